import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { InlineText } from '@/ui/controls/InlineText';
import { PropertyRow } from '@/ui/controls/PropertyRow';
import classes from './CustomerProfile.module.css';
import type { SaveCustomer } from './useSaveCustomer';

const CustomFieldsFragment = graphql(`
  fragment CustomFields on Customer {
    id
    customValues {
      field {
        id
        key
      }
      value
    }
  }
`);

const CustomFieldListQuery = graphql(`
  query CustomFieldList {
    customFields {
      id
      key
      label
      type
      choices
    }
  }
`);

interface Props {
  customer: FragmentType<typeof CustomFieldsFragment>;
  save: SaveCustomer;
  readOnly: boolean;
}

/** The fields a company made for itself: all of them, filled or not, each with the input of its type. */
export function CustomFields({ customer: masked, save, readOnly }: Props) {
  const { t } = useTranslation();
  const customer = readFragment(CustomFieldsFragment, masked);
  const [{ data }] = useQuery({ query: CustomFieldListQuery });
  if (!data?.customFields?.length) return null;
  const values = new Map(customer.customValues.map((one) => [one.field.key, one.value]));
  return (
    <>
      <h2 className={classes.heading}>{t('customer.customFields')}</h2>
      {data.customFields.map((field) => {
        const value = values.get(field.key);
        const set = (next: unknown) => save({ customValues: [{ key: field.key, value: next }] });
        return (
          <PropertyRow key={field.id} label={field.label}>
            {field.type === 'BOOLEAN' ? (
              <Switch
                size="xs"
                aria-label={field.label}
                checked={value === true}
                disabled={readOnly}
                onChange={(event) => void set(event.currentTarget.checked)}
              />
            ) : field.type === 'CHOICE' ? (
              <Select
                size="xs"
                variant="unstyled"
                clearable
                readOnly={readOnly}
                aria-label={field.label}
                placeholder="—"
                value={typeof value === 'string' ? value : null}
                // A value that is no longer offered is still shown.
                data={typeof value === 'string' && !field.choices.includes(value) ? [...field.choices, value] : field.choices}
                onChange={(next) => void set(next)}
              />
            ) : (
              <InlineText
                label={field.label}
                type={field.type === 'DATE' ? 'date' : 'text'}
                value={value == null ? '' : String(value)}
                readOnly={readOnly}
                onSave={(next) => {
                  if (next === '') return set(null);
                  if (field.type !== 'NUMBER') return set(next);
                  const number = Number(next.replace(',', '.'));
                  return Number.isFinite(number) ? set(number) : Promise.resolve(t('customer.notANumber'));
                }}
              />
            )}
          </PropertyRow>
        );
      })}
    </>
  );
}
