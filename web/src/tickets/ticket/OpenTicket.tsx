import { Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { useTicketChanges } from '../TicketChanges';
import { Composer, type Sending } from './Composer';
import type { ComposeRequest } from './composeRequest';
import { Conversation } from './Conversation';
import { CustomerCard } from './CustomerCard';
import classes from './OpenTicket.module.css';
import { TicketHeader } from './TicketHeader';
import { TicketProperties } from './TicketProperties';
import { useConflictGuard } from './useConflictGuard';
import { useMessages } from './useMessages';

export const OpenTicketFragment = graphql(`
  fragment OpenTicket on Ticket {
    id
    version
    number
    subject
    updatedAt
    customerName
    ...TicketHeader
    ...TicketProperties
    ...ComposerTicket
    customer {
      id
      ...CustomerCard
    }
  }
`);

interface Props {
  ticket: FragmentType<typeof OpenTicketFragment>;
  reload: () => void;
  compose: ComposeRequest | null;
  onClose?: () => void;
  onNext?: () => void;
  onPrevious?: () => void;
}

export function OpenTicket({ ticket: masked, reload, compose, ...navigation }: Props) {
  const { t } = useTranslation();
  const ticket = readFragment(OpenTicketFragment, masked);
  const messages = useMessages(ticket.id);
  const [sending, setSending] = useState<Sending | null>(null);
  const [history, setHistory] = useState(false);
  const [details, detailsActions] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 1023px)') ?? false;
  const refresh = () => {
    reload();
    messages.refresh();
  };
  const conflicts = useConflictGuard({ id: ticket.id, version: ticket.version, since: ticket.updatedAt }, reload);

  usePageTitle(`#${ticket.number} ${ticket.subject}`);
  useTicketChanges(refresh, ticket.id);

  const side = (
    <>
      <TicketProperties ticket={ticket} guard={conflicts.guard} />
      <CustomerCard customer={ticket.customer ?? null} customerName={ticket.customerName} currentTicketId={ticket.id} />
    </>
  );
  return (
    <div className={classes.pane}>
      <div className={classes.main}>
        <TicketHeader
          ticket={ticket}
          guard={conflicts.guard}
          history={history}
          onHistory={() => setHistory((before) => !before)}
          onDetails={narrow ? detailsActions.open : undefined}
          onChanged={refresh}
          {...navigation}
        />
        <Conversation ticketId={ticket.id} messages={messages} sending={sending} history={history} />
        <Composer ticket={ticket} compose={compose} guard={conflicts.guard} onSending={setSending} onSent={refresh} />
      </div>
      {narrow ? (
        <Drawer
          opened={details}
          onClose={detailsActions.close}
          position="right"
          size={320}
          title={t('ticket.details')}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          {side}
        </Drawer>
      ) : (
        <aside className={classes.side} aria-label={t('ticket.details')}>
          {side}
        </aside>
      )}
      {conflicts.dialog}
    </div>
  );
}
