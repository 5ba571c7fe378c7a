import { Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { ContactMethod } from '@/generated/staff/graphql';
import { usePeople } from '@/tickets/people';
import { formatMoney } from '@/ui/controls/formatMoney';
import { Hidden } from '@/ui/controls/Hidden';
import { InlineText } from '@/ui/controls/InlineText';
import { PropertyRow } from '@/ui/controls/PropertyRow';
import { languageNames, languages } from '@/ui/i18n/i18n';
import { Time } from '@/ui/time/Time';
import { AddressFields } from './AddressFields';
import { ContactList } from './ContactList';
import { CustomFields } from './CustomFields';
import classes from './CustomerProfile.module.css';
import { PortalAccessRow } from './PortalAccessRow';
import { useSaveCustomer } from './useSaveCustomer';

export const CustomerProfileFragment = graphql(`
  fragment CustomerProfile on Customer {
    id
    version
    kind
    displayName
    name
    givenName
    familyName
    jobTitle
    company {
      id
      displayName
    }
    externalId
    preferredContactMethod
    language
    timeZone
    tags
    owner {
      id
      name
    }
    createdAt
    updatedAt
    lastContactAt
    orderCount
    openTicketCount
    revenue {
      amountMinor
      currency
    }
    ...ContactList
    ...AddressFields
    ...CustomFields
    ...PortalAccessRow
  }
`);

const ProfileTagsQuery = graphql(`
  query ProfileTags {
    customerTags
  }
`);

const methods: readonly ContactMethod[] = ['EMAIL', 'PHONE', 'SMS', 'WHATSAPP', 'POST'];

interface Props {
  customer: FragmentType<typeof CustomerProfileFragment>;
  onConflict: () => void;
}

export function CustomerProfile({ customer: masked, onConflict }: Props) {
  const { t, i18n } = useTranslation();
  const customer = readFragment(CustomerProfileFragment, masked);
  const { save, saveQuietly, readOnly } = useSaveCustomer(customer.id, customer.version, onConflict);
  const { users } = usePeople();
  const [{ data: tags }] = useQuery({ query: ProfileTagsQuery, requestPolicy: 'cache-first' });
  const look = { size: 'xs', variant: 'unstyled', readOnly, clearable: true } as const;
  const person = customer.kind === 'PERSON';
  const owners = [...users, ...(customer.owner && !users.some((user) => user.id === customer.owner?.id) ? [customer.owner] : [])];
  const text = (label: string, field: 'name' | 'givenName' | 'familyName' | 'jobTitle' | 'externalId') => (
    <PropertyRow label={label}>
      <InlineText
        label={label}
        value={customer[field] ?? ''}
        readOnly={readOnly}
        onSave={(value) => save({ [field]: value === '' ? null : value })}
      />
    </PropertyRow>
  );

  return (
    <div className={classes.profile}>
      {person ? (
        <>
          {text(t('field.givenName'), 'givenName')}
          {text(t('field.familyName'), 'familyName')}
          {text(t('field.jobTitle'), 'jobTitle')}
          {customer.company && <PropertyRow label={t('field.company')}>{customer.company.displayName}</PropertyRow>}
        </>
      ) : (
        text(t('field.name'), 'name')
      )}
      {text(t('field.externalId'), 'externalId')}
      <PropertyRow label={t('field.owner')}>
        <Select
          {...look}
          searchable
          aria-label={t('field.owner')}
          placeholder={t('common.none')}
          value={customer.owner?.id ?? null}
          data={owners.map((user) => ({ value: user.id, label: user.name }))}
          onChange={(ownerId) => saveQuietly({ ownerId })}
        />
      </PropertyRow>
      <PropertyRow label={t('field.tags')}>
        <TagsInput
          size="xs"
          variant="unstyled"
          readOnly={readOnly}
          aria-label={t('field.tags')}
          placeholder={customer.tags.length === 0 ? t('ticket.addTag') : undefined}
          value={customer.tags}
          data={tags?.customerTags ?? []}
          onChange={(value) => saveQuietly({ tags: value })}
        />
      </PropertyRow>

      <h2 className={classes.heading}>{t('customer.contact')}</h2>
      <ContactList customer={customer} save={save} readOnly={readOnly} />
      <PropertyRow label={t('field.preferred')}>
        <Select
          {...look}
          aria-label={t('field.preferred')}
          placeholder={t('common.none')}
          value={customer.preferredContactMethod ?? null}
          data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
          onChange={(value) => saveQuietly({ preferredContactMethod: value as ContactMethod | null })}
        />
      </PropertyRow>
      <PropertyRow label={t('settings.language')}>
        <Select
          {...look}
          aria-label={t('settings.language')}
          placeholder={t('common.none')}
          value={customer.language ?? null}
          data={[
            ...languages.map((one) => ({ value: one as string, label: languageNames[one] })),
            ...(customer.language && !languages.some((one) => one === customer.language)
              ? [{ value: customer.language, label: customer.language }]
              : []),
          ]}
          onChange={(language) => saveQuietly({ language })}
        />
      </PropertyRow>
      {customer.timeZone && <PropertyRow label={t('settings.timeZone')}>{customer.timeZone}</PropertyRow>}

      <h2 className={classes.heading}>{t('customer.address')}</h2>
      <AddressFields customer={customer} save={save} readOnly={readOnly} />

      <CustomFields customer={customer} save={save} readOnly={readOnly} />

      <h2 className={classes.heading}>{t('customer.facts')}</h2>
      <PropertyRow label={t('customer.revenue')}>
        {customer.revenue ? customer.revenue.map((money) => formatMoney(money, i18n.language)).join(', ') || '—' : <Hidden />}
      </PropertyRow>
      <PropertyRow label={t('customer.lastContact')}>
        {customer.lastContactAt ? <Time at={customer.lastContactAt} /> : '—'}
      </PropertyRow>
      <PortalAccessRow customer={customer} />
      <PropertyRow label={t('field.createdAt')}>
        <Time at={customer.createdAt} />
      </PropertyRow>
    </div>
  );
}
