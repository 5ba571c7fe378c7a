import { Button, Skeleton, Stack } from '@mantine/core';
import { IconTicketOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import type { ComposeRequest } from './composeRequest';
import { OpenTicket } from './OpenTicket';

const TicketByNumberQuery = graphql(`
  query TicketByNumber($number: Long!) {
    ticketByNumber(number: $number) {
      ...OpenTicket
    }
  }
`);

const TicketByIdQuery = graphql(`
  query TicketById($id: ID!) {
    ticket(id: $id) {
      ...OpenTicket
    }
  }
`);

interface Props {
  /** Case number, or the id of the ticket. */
  ticketRef: string;
  compose: ComposeRequest | null;
  onClose?: () => void;
  onNext?: () => void;
  onPrevious?: () => void;
}

export function TicketPane({ ticketRef, ...rest }: Props) {
  const { t } = useTranslation();
  const byNumber = /^\d+$/.test(ticketRef);
  const [numbered, reloadNumbered] = useQuery({
    query: TicketByNumberQuery,
    variables: { number: Number(ticketRef) },
    pause: !byNumber,
  });
  const [identified, reloadIdentified] = useQuery({ query: TicketByIdQuery, variables: { id: ticketRef }, pause: byNumber });
  const state = byNumber ? numbered : identified;
  const reload = () => (byNumber ? reloadNumbered : reloadIdentified)({ requestPolicy: 'network-only' });
  const ticket = byNumber ? numbered.data?.ticketByNumber : identified.data?.ticket;

  if (ticket) return <OpenTicket ticket={ticket} reload={reload} {...rest} />;
  if (state.error) return <LoadError failure={state.error} onRetry={reload} />;
  if (state.fetching || state.stale || !state.data) {
    return (
      <Stack p="md" role="status" aria-label={t('common.loading')}>
        <Skeleton height={18} width="55%" />
        <Skeleton height={90} width="70%" mt="md" />
        <Skeleton height={60} width="70%" ml="auto" />
        <Skeleton height={90} width="70%" />
      </Stack>
    );
  }
  return (
    <EmptyState
      heading={!rest.onClose}
      icon={IconTicketOff}
      title={t('ticket.notFound')}
      text={t('ticket.notFoundText')}
      action={
        rest.onClose && (
          <Button variant="default" onClick={rest.onClose}>
            {t('common.back')}
          </Button>
        )
      }
    />
  );
}
