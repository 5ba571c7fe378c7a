import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFileImport, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useCan } from '@/access/session';
import { graphql } from '@/generated/staff';
import { usePeople } from '@/tickets/people';
import { VirtualRows } from '@/ui/controls/VirtualRows';
import { usePages } from '@/ui/graphql/usePages';
import { PageFrame } from '@/ui/shell/PageFrame';
import { EmptyState } from '@/ui/states/EmptyState';
import { ListSkeleton } from '@/ui/states/ListSkeleton';
import { LoadError } from '@/ui/states/LoadError';
import { NewCustomerDialog } from '../create/NewCustomerDialog';
import { CustomerRow } from './CustomerRow';
import classes from './CustomersPage.module.css';
import { customerKinds, type CustomersSearch, customerSorts, toCustomerFilter, toCustomerOrder } from './customersSearch';

const CustomersQuery = graphql(`
  query Customers($search: String, $filter: CustomerFilter, $order: CustomerOrder, $first: Int!, $after: String) {
    customers(search: $search, filter: $filter, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...CustomerRow
      }
    }
  }
`);

const CustomerTagsQuery = graphql(`
  query CustomerTags {
    customerTags
  }
`);

export function CustomersPage() {
  const { t, i18n } = useTranslation();
  const can = useCan();
  const search = useSearch({ from: '/shell/customers' });
  const router = useRouter();
  const navigate = useNavigate({ from: '/customers' });
  const hash = useRouterState({ select: (state) => state.location.hash });
  const [text, setText] = useState(search.q ?? '');
  const { users } = usePeople();
  const [{ data: tags }] = useQuery({ query: CustomerTagsQuery });
  const pages = usePages({
    document: CustomersQuery,
    variablesAt: (after) => ({
      search: search.q ?? null,
      filter: toCustomerFilter(search),
      order: toCustomerOrder(search),
      first: 50,
      after,
    }),
    read: ({ customers }) => customers && {
      nodes: customers.nodes,
      total: customers.totalCount,
      next: customers.pageInfo.hasNextPage ? (customers.pageInfo.endCursor ?? null) : null,
    },
  });
  const change = (changed: Partial<CustomersSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const send = useDebouncedCallback((value: string) => {
    // Who has opened a customer meanwhile is not called back to the list.
    if (router.latestLocation.pathname === '/customers') change({ q: value.trim() || undefined });
  }, 200);
  const type = (value: string) => {
    setText(value);
    send(value);
  };
  const create = (open: boolean) => void navigate({ search: (before) => before, hash: open ? 'new' : '', replace: true });
  const filtered = Boolean(search.q ?? search.kind ?? search.owner ?? search.tag ?? search.importId);
  const clear = () => {
    setText('');
    void navigate({ search: {}, replace: true });
  };
  const newButton = can('customers.customer.write') && (
    <Button leftSection={<IconUserPlus size={14} aria-hidden />} onClick={() => create(true)}>
      {t('newCustomer.title')}
    </Button>
  );
  const select = { size: 'xs', clearable: true, className: classes.filter } as const;

  return (
    <PageFrame
      title={t('customers.title')}
      actions={
        <>
          {can('customers.import.run') && (
            <Button
              variant="default"
              component={Link}
              to="/customers/imports"
              leftSection={<IconFileImport size={14} aria-hidden />}
            >
              {t('imports.start')}
            </Button>
          )}
          {newButton}
        </>
      }
    >
      <div className={classes.bar} role="search">
        <TextInput
          type="search"
          size="xs"
          className={classes.search}
          aria-label={t('customers.search')}
          placeholder={t('customers.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={text === '' ? null : <CloseButton size="xs" aria-label={t('common.clear')} onClick={() => type('')} />}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Select
          {...select}
          aria-label={t('field.kind')}
          placeholder={t('field.kind')}
          value={search.kind ?? null}
          onChange={(value) => change({ kind: customerKinds.find((one) => one === value) })}
          data={customerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          {...select}
          searchable
          aria-label={t('field.owner')}
          placeholder={t('field.owner')}
          value={search.owner ?? null}
          onChange={(value) => change({ owner: value ?? undefined })}
          data={users.map((user) => ({ value: user.id, label: user.name }))}
        />
        <Select
          {...select}
          searchable
          aria-label={t('field.tag')}
          placeholder={t('field.tag')}
          value={search.tag ?? null}
          onChange={(value) => change({ tag: value ?? undefined })}
          data={[...new Set([...(tags?.customerTags ?? []), ...(search.tag ? [search.tag] : [])])]}
        />
        <Select
          {...select}
          clearable={false}
          allowDeselect={false}
          aria-label={t('inbox.sort')}
          value={search.sort ?? 'NAME'}
          onChange={(value) => change({ sort: customerSorts.find((one) => one === value && one !== 'NAME') })}
          data={customerSorts.map((value) => ({ value, label: t(`customerSort.${value}`) }))}
        />
        {filtered && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t('inbox.clearFilters')}
          </Button>
        )}
        <span className={classes.total} role="status">
          {pages.total !== null && t('customers.total', { count: pages.total, number: pages.total.toLocaleString(i18n.language) })}
        </span>
      </div>
      {pages.loading ? (
        <ListSkeleton rows={14} height={46} />
      ) : pages.rows.length === 0 && pages.error ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.rows.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={filtered ? t('customers.noMatch') : t('customers.empty')}
          text={filtered ? t('customers.noMatchText') : t('customers.emptyText')}
          action={filtered ? <Button variant="default" onClick={clear}>{t('inbox.clearFilters')}</Button> : newButton}
        />
      ) : (
        <VirtualRows
          label={t('customers.title')}
          rows={pages.rows}
          rowHeight={46}
          render={(row) => <CustomerRow customer={row} />}
          hasMore={pages.hasMore}
          loadingMore={pages.loadingMore}
          error={pages.error}
          onMore={pages.loadMore}
          onRetry={pages.refresh}
        />
      )}
      {hash === 'new' && can('customers.customer.write') && <NewCustomerDialog onClose={() => create(false)} />}
    </PageFrame>
  );
}
