import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import type { CustomerKind } from '@/generated/staff/graphql';

const CustomerPickerQuery = graphql(`
  query CustomerPicker($search: String, $filter: CustomerFilter) {
    customers(search: $search, filter: $filter, first: 12) {
      nodes {
        id
        displayName
        primaryEmail
      }
    }
  }
`);

const CustomerPickedQuery = graphql(`
  query CustomerPicked($id: ID!) {
    customer(id: $id) {
      id
      displayName
      primaryEmail
    }
  }
`);

interface Props {
  label: string;
  value?: string | null;
  error?: React.ReactNode;
  kind?: CustomerKind;
  clearable?: boolean;
  autoFocus?: boolean;
  onChange?: (id: string | null) => void;
}

/** Finds a customer while typing a name, an address, a phone or a customer number. */
export function CustomerPicker({ label, value = null, error, kind, clearable = true, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 180);
  const [{ data, fetching }] = useQuery({
    query: CustomerPickerQuery,
    variables: { search: search || null, filter: kind ? { kind } : null },
  });
  const [{ data: picked }] = useQuery({ query: CustomerPickedQuery, variables: { id: value ?? '' }, pause: !value });
  const found = data?.customers?.nodes ?? [];
  const all = picked?.customer && !found.some((one) => one.id === picked.customer?.id) ? [picked.customer, ...found] : found;
  return (
    <Select
      label={label}
      error={error}
      data-autofocus={autoFocus || undefined}
      openOnFocus={!autoFocus}
      searchable
      clearable={clearable}
      placeholder={t('customers.search')}
      nothingFoundMessage={fetching ? t('common.loading') : t('common.nothingFound')}
      rightSection={fetching ? <Loader size={12} /> : undefined}
      filter={({ options }) => options}
      value={value}
      onChange={(id) => onChange?.(id)}
      searchValue={text}
      onSearchChange={setText}
      data={all.map((one) => ({
        value: one.id,
        label: one.primaryEmail && one.primaryEmail !== one.displayName ? `${one.displayName} · ${one.primaryEmail}` : one.displayName,
      }))}
    />
  );
}
