import { Checkbox } from '@mantine/core';
import { IconAlarm, IconCornerUpLeft, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { Time } from '@/ui/time/Time';
import { isPast } from '@/ui/time/time';
import { PriorityMark } from '../controls/PriorityMark';
import { StatusMark } from '../controls/StatusMark';
import classes from './TicketRow.module.css';

export const TicketRowFragment = graphql(`
  fragment TicketRow on Ticket {
    id
    version
    number
    subject
    status
    priority
    tags
    customerName
    preview
    messageCount
    lastMessageAt
    lastMessageFromCustomer
    updatedAt
    createdAt
    dueAt
    assignee {
      id
      name
    }
    team {
      id
      name
    }
  }
`);

export function rowLinkId(ticketId: string): string {
  return `row-${ticketId}`;
}

interface Props {
  ticket: FragmentType<typeof TicketRowFragment>;
  compact: boolean;
  active: boolean;
  selected: boolean;
  selectable: boolean;
  onSelect: (id: string, range: boolean) => void;
}

function TicketRowView({ ticket: masked, compact, active, selected, selectable, onSelect }: Props) {
  const { t } = useTranslation();
  const ticket = readFragment(TicketRowFragment, masked);
  const finished = ticket.status === 'SOLVED' || ticket.status === 'CLOSED';
  const due = ticket.dueAt && !finished ? ticket.dueAt : null;
  const dueMark = due && (
    <span className={classes.due} data-late={isPast(due) || undefined}>
      <IconAlarm size={13} stroke={1.7} aria-hidden />
      <span className="visually-hidden">{isPast(due) ? t('inbox.overdue') : t('inbox.due')}</span>
      <Time at={due} form="age" />
    </span>
  );
  return (
    <div
      className={classes.row}
      data-compact={compact || undefined}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-waiting={(ticket.lastMessageFromCustomer && !finished) || undefined}
    >
      {selectable && (
        <Checkbox
          size="xs"
          className={classes.check}
          checked={selected}
          onClick={(event) => onSelect(ticket.id, event.shiftKey)}
          onChange={() => undefined}
          aria-label={t('inbox.selectTicket', { number: ticket.number })}
        />
      )}
      <span className={classes.status}>
        <StatusMark status={ticket.status} iconOnly />
      </span>
      <span className={classes.customer}>{ticket.customerName || t('ticket.unknownCustomer')}</span>
      <span className={classes.text}>
        <Link
          id={rowLinkId(ticket.id)}
          to="."
          search={(before: object) => ({ ...before, t: ticket.number })}
          className={classes.subject}
          aria-current={active || undefined}
        >
          {ticket.subject}
        </Link>
        <span className={classes.preview}>
          {!ticket.lastMessageFromCustomer && ticket.messageCount > 1 && (
            <IconCornerUpLeft size={12} aria-label={t('inbox.answered')} />
          )}
          {ticket.preview}
        </span>
      </span>
      <span className={classes.tags}>
        {ticket.tags.slice(0, 2).map((tag) => (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ))}
      </span>
      <span className={classes.dueSlot}>{dueMark}</span>
      <span className={`${classes.reference} number`}>#{ticket.number}</span>
      <span className={classes.priority}>
        <PriorityMark priority={ticket.priority} iconOnly />
      </span>
      <span className={classes.assignee}>
        {ticket.assignee ? (
          <PersonAvatar name={ticket.assignee.name} size={20} label />
        ) : (
          <IconUserCircle size={20} stroke={1.2} color="var(--app-faint)" role="img" aria-label={t('inbox.unassigned')} />
        )}
      </span>
      <span className={classes.moment}>
        <Time at={ticket.lastMessageAt ?? ticket.createdAt} form="clock" />
      </span>
    </div>
  );
}

export const TicketRow = memo(TicketRowView);
