import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { Hidden } from '@/ui/controls/Hidden';
import { InlineText } from '@/ui/controls/InlineText';
import { PropertyRow } from '@/ui/controls/PropertyRow';
import type { SaveCustomer } from './useSaveCustomer';

const AddressFieldsFragment = graphql(`
  fragment AddressFields on Customer {
    id
    address {
      line1
      line2
      postalCode
      city
      region
      country
    }
  }
`);

const fields = ['line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;

interface Props {
  customer: FragmentType<typeof AddressFieldsFragment>;
  save: SaveCustomer;
  readOnly: boolean;
}

export function AddressFields({ customer: masked, save, readOnly }: Props) {
  const { t } = useTranslation();
  const { address } = readFragment(AddressFieldsFragment, masked);
  const seesContacts = useCan()('customers.contact.read');
  const current = Object.fromEntries(fields.map((field) => [field, address?.[field] ?? null]));
  return fields.map((field) => (
    <PropertyRow key={field} label={t(`address.${field}`)}>
      {seesContacts ? (
        <InlineText
          label={t(`address.${field}`)}
          value={current[field] ?? ''}
          readOnly={readOnly}
          onSave={(value) => save({ address: { ...current, [field]: value === '' ? null : value } })}
        />
      ) : (
        <Hidden />
      )}
    </PropertyRow>
  ));
}
