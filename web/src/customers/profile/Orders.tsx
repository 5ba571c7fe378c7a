import { Button, Skeleton, Table } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { Hidden } from '@/ui/controls/Hidden';
import { formatMoney } from '@/ui/controls/formatMoney';
import { usePages } from '@/ui/graphql/usePages';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { Time } from '@/ui/time/Time';

const OrdersQuery = graphql(`
  query CustomerOrders($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      orders(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          number
          placedAt
          status
          summary
          total {
            amountMinor
            currency
          }
        }
      }
    }
  }
`);

export function Orders({ customerId }: { customerId: string }) {
  const { t, i18n } = useTranslation();
  const pages = usePages({
    document: OrdersQuery,
    variablesAt: (after) => ({ id: customerId, first: 30, after }),
    read: ({ customer }) =>
      customer && {
        nodes: customer.orders.nodes,
        next: customer.orders.pageInfo.hasNextPage ? (customer.orders.pageInfo.endCursor ?? null) : null,
      },
  });
  if (pages.loading) return <Skeleton height={160} role="status" aria-label={t('common.loading')} />;
  if (pages.error && pages.rows.length === 0) return <LoadError failure={pages.error} onRetry={pages.refresh} />;
  if (pages.rows.length === 0) return <EmptyState compact icon={IconPackage} title={t('customer.ordersEmpty')} />;
  return (
    <WideTable label={t('customer.orders')} minWidth={480} maxWidth={860}>
      <Table verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('order.number')}</Table.Th>
            <Table.Th>{t('order.summary')}</Table.Th>
            <Table.Th>{t('field.status')}</Table.Th>
            <Table.Th>{t('order.placed')}</Table.Th>
            <Table.Th ta="right">{t('order.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pages.rows.map((order) => (
            <Table.Tr key={order.id}>
              <Table.Td className="number">{order.number}</Table.Td>
              <Table.Td>{order.summary}</Table.Td>
              <Table.Td>{t(`orderStatus.${order.status}`)}</Table.Td>
              <Table.Td>
                <Time at={order.placedAt} form="clock" />
              </Table.Td>
              <Table.Td ta="right" className="number">
                {order.total ? formatMoney(order.total, i18n.language) : <Hidden />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pages.hasMore && (
        <Button variant="default" mt="sm" loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('common.more')}
        </Button>
      )}
    </WideTable>
  );
}
