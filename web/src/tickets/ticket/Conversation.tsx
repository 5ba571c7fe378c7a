import { Button, Skeleton } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { LoadError } from '@/ui/states/LoadError';
import type { Sending } from './Composer';
import classes from './Conversation.module.css';
import { HistoryItem } from './HistoryItem';
import { MessageItem, SendingMessage } from './MessageItem';
import type { Messages } from './useMessages';

const HistoryQuery = graphql(`
  query TicketHistory($ticketId: ID!) {
    ticket(id: $ticketId) {
      id
      history(last: 100) {
        nodes {
          id
          at
          ...HistoryItem
        }
      }
    }
  }
`);

interface Props {
  ticketId: string;
  messages: Messages;
  sending: Sending | null;
  history: boolean;
}

export function Conversation({ ticketId, messages, sending, history }: Props) {
  const { t } = useTranslation();
  const viewport = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [{ data, error }, reloadHistory] = useQuery({ query: HistoryQuery, variables: { ticketId }, pause: !history });
  const count = messages.rows.length;
  useEffect(() => {
    if (history) reloadHistory({ requestPolicy: 'network-only' });
  }, [history, count, reloadHistory]);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, sending, messages.loading]);

  const entries = [
    ...messages.rows.map((message) => ({ at: message.createdAt, key: message.id, view: <MessageItem message={message} /> })),
    ...(history ? (data?.ticket?.history.nodes ?? []) : []).map((entry) => ({
      at: entry.at,
      key: entry.id,
      view: (
        <div className={classes.event}>
          <HistoryItem entry={entry} />
        </div>
      ),
    })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

  return (
    <div
      ref={viewport}
      className={classes.viewport}
      role="region"
      aria-label={t('ticket.conversation')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
    >
      <div className={classes.flow}>
        {messages.loading && <Skeleton height={80} role="status" aria-label={t('common.loading')} />}
        {messages.error && <LoadError failure={messages.error} onRetry={messages.refresh} compact />}
        {error && history && <LoadError failure={error} onRetry={reloadHistory} compact />}
        {messages.hasMore && (
          <Button variant="subtle" color="gray" onClick={messages.loadMore} loading={messages.loadingMore} mx="auto">
            {t('ticket.earlier')}
          </Button>
        )}
        {entries.map((entry) => (
          <div key={entry.key}>{entry.view}</div>
        ))}
        {sending && <SendingMessage kind={sending.kind} body={sending.body} />}
      </div>
    </div>
  );
}
