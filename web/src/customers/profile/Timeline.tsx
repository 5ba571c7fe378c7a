import { Button, Skeleton } from '@mantine/core';
import {
  IconCircleCheck, IconFileImport, IconMessage, IconNote, IconPackage, IconPencil, IconTicket, IconUserPlus,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/generated/staff';
import type { TimelineKind } from '@/generated/staff/graphql';
import { useTicketChanges } from '@/tickets/TicketChanges';
import { usePages } from '@/ui/graphql/usePages';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { Time } from '@/ui/time/Time';
import classes from './Timeline.module.css';

const TimelineQuery = graphql(`
  query CustomerTimeline($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      timeline(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          at
          kind
          title
          text
          actor {
            id
            name
          }
        }
      }
    }
  }
`);

const icons: Record<TimelineKind, typeof IconNote> = {
  CUSTOMER_CREATED: IconUserPlus,
  CUSTOMER_CHANGED: IconPencil,
  NOTE_ADDED: IconNote,
  ORDER_PLACED: IconPackage,
  TICKET_OPENED: IconTicket,
  TICKET_MESSAGE: IconMessage,
  TICKET_SOLVED: IconCircleCheck,
  IMPORTED: IconFileImport,
};

/** A title that names a case number leads to that ticket. */
function TimelineTitle({ title }: { title: string }) {
  const number = /#(\d+)/.exec(title)?.[1];
  if (!number) return <span className={classes.title}>{title}</span>;
  return (
    <Link to="/tickets/$ticketRef" params={{ ticketRef: number }} className={classes.title}>
      {title}
    </Link>
  );
}

export function Timeline({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const pages = usePages({
    document: TimelineQuery,
    variablesAt: (after) => ({ id: customerId, first: 30, after }),
    read: ({ customer }) =>
      customer && {
        nodes: customer.timeline.nodes,
        next: customer.timeline.pageInfo.hasNextPage ? (customer.timeline.pageInfo.endCursor ?? null) : null,
      },
  });
  useTicketChanges(pages.refresh);
  if (pages.loading) return <Skeleton height={220} role="status" aria-label={t('common.loading')} />;
  if (pages.error && pages.rows.length === 0) return <LoadError failure={pages.error} onRetry={pages.refresh} />;
  if (pages.rows.length === 0) return <EmptyState compact icon={IconNote} title={t('customer.timelineEmpty')} />;
  return (
    <>
      <ol className={classes.line}>
        {pages.rows.map((entry) => {
          const KindIcon = icons[entry.kind];
          return (
            <li key={entry.id} className={classes.entry}>
              <span className={classes.icon}>
                <KindIcon size={14} stroke={1.7} role="img" aria-label={t(`timeline.${entry.kind}`)} />
              </span>
              <div className={classes.content}>
                <div className={classes.head}>
                  <TimelineTitle title={entry.title} />
                  {entry.actor && <span className={classes.muted}>{entry.actor.name}</span>}
                  <Time at={entry.at} className={classes.time} />
                </div>
                {entry.text && <p className={classes.text}>{entry.text}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      {pages.hasMore && (
        <Button variant="default" mt="sm" loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
