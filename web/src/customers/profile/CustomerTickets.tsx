import { Button, Skeleton } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { graphql } from '@/generated/staff';
import { PriorityMark } from '@/tickets/controls/PriorityMark';
import { StatusMark } from '@/tickets/controls/StatusMark';
import { useTicketChanges } from '@/tickets/TicketChanges';
import { usePages } from '@/ui/graphql/usePages';
import { useNewTicket } from '@/ui/shell/newTicketContext';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { Time } from '@/ui/time/Time';
import classes from './CustomerTickets.module.css';

const CustomerTicketsQuery = graphql(`
  query CustomerTickets($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      tickets(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          number
          subject
          status
          priority
          updatedAt
        }
      }
    }
  }
`);

export function CustomerTickets({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const newTicket = useNewTicket();
  const pages = usePages({
    document: CustomerTicketsQuery,
    variablesAt: (after) => ({ id: customerId, first: 30, after }),
    read: ({ customer }) =>
      customer && {
        nodes: customer.tickets.nodes,
        next: customer.tickets.pageInfo.hasNextPage ? (customer.tickets.pageInfo.endCursor ?? null) : null,
      },
  });
  useTicketChanges(pages.refresh);
  if (pages.loading) return <Skeleton height={160} role="status" aria-label={t('common.loading')} />;
  if (pages.error && pages.rows.length === 0) return <LoadError failure={pages.error} onRetry={pages.refresh} />;
  if (pages.rows.length === 0) {
    return (
      <EmptyState
        compact
        icon={IconTicket}
        title={t('customer.ticketsEmpty')}
        action={
          can('tickets.ticket.create') && (
            <Button variant="default" onClick={() => newTicket(customerId)}>
              {t('newTicket.title')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {pages.rows.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$ticketRef" params={{ ticketRef: String(ticket.number) }} className={classes.ticket}>
              <StatusMark status={ticket.status} iconOnly />
              <span className={classes.number}>#{ticket.number}</span>
              <span className={classes.subject}>{ticket.subject}</span>
              <PriorityMark priority={ticket.priority} iconOnly />
              <Time at={ticket.updatedAt} form="clock" className={classes.time} />
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <Button variant="default" mt="sm" loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
