import { Select, TagsInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { TicketPriority, TicketStatus, TicketType, UpdateTicketInput } from '@/generated/staff/graphql';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { Time } from '@/ui/time/Time';
import { fromWallClock, inZone, isPast, toWallClock } from '@/ui/time/time';
import { PriorityMark } from '../controls/PriorityMark';
import { AbsenceNote, AssigneeOption } from '../controls/AssigneeOption';
import { sayAbsence } from '../controls/sayAbsence';
import { StatusMark } from '../controls/StatusMark';
import { priorities, statuses, ticketTypes } from '../inbox/inboxSearch';
import { useAssignTicket } from '../mutations/useAssignTicket';
import { useChangeTicketStatus } from '../mutations/useChangeTicketStatus';
import { useUpdateTicket } from '../mutations/useUpdateTicket';
import { usePeople } from '../people';
import { PropertyRow } from '@/ui/controls/PropertyRow';
import type { Guard } from './useConflictGuard';

export const TicketPropertiesFragment = graphql(`
  fragment TicketProperties on Ticket {
    id
    version
    status
    priority
    type
    channel
    tags
    dueAt
    createdAt
    updatedAt
    firstRespondedAt
    solvedAt
    assignee {
      id
      name
    }
    team {
      id
      name
    }
    followers {
      id
      name
    }
  }
`);

const TagChoicesQuery = graphql(`
  query TagChoices {
    ticketTags
  }
`);

interface Props {
  ticket: FragmentType<typeof TicketPropertiesFragment>;
  guard: Guard;
}

export function TicketProperties({ ticket: masked, guard }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const ticket = readFragment(TicketPropertiesFragment, masked);
  const { users, teams } = usePeople();
  const [{ data: tags }] = useQuery({ query: TagChoicesQuery, requestPolicy: 'cache-first' });
  const changeStatus = useChangeTicketStatus();
  const assign = useAssignTicket();
  const update = useUpdateTicket();
  const ticketId = ticket.id;
  const absences = new Map(users.map((user) => [user.id, sayAbsence(t, user)]));
  const fixed = !can('tickets.ticket.update') || ticket.status === 'CLOSED';
  const look = { size: 'xs', variant: 'unstyled', comboboxProps: { width: 220, position: 'bottom-start' } } as const;

  const set = (name: string, changed: Omit<UpdateTicketInput, 'ticketId'>) =>
    void guard(name, (expectedVersion) => update.run({ ticketId, ...changed, expectedVersion }));
  const choices = (known: { id: string; name: string }[], current: { id: string; name: string } | null | undefined) =>
    [...known, ...(current && !known.some((one) => one.id === current.id) ? [current] : [])].map((one) => ({
      value: one.id,
      label: one.name,
    }));

  return (
    <section aria-label={t('ticket.properties')}>
      <PropertyRow label={t('field.status')}>
        <Select
          {...look}
          aria-label={t('field.status')}
          readOnly={fixed}
          allowDeselect={false}
          value={ticket.status}
          data={statuses
            .filter((status) => status === ticket.status || (status !== 'NEW' && status !== 'CLOSED'))
            .map((value) => ({ value, label: t(`status.${value}`) }))}
          leftSection={<StatusMark status={ticket.status} iconOnly />}
          renderOption={({ option }) => <StatusMark status={option.value as TicketStatus} />}
          onChange={(value) =>
            value &&
            void guard(t('field.status'), (expectedVersion) =>
              changeStatus.run({ ticketId, status: value as TicketStatus, expectedVersion }),
            )
          }
        />
      </PropertyRow>
      <PropertyRow label={t('field.priority')}>
        <Select
          {...look}
          aria-label={t('field.priority')}
          readOnly={fixed}
          allowDeselect={false}
          value={ticket.priority}
          data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          leftSection={<PriorityMark priority={ticket.priority} iconOnly />}
          renderOption={({ option }) => <PriorityMark priority={option.value as TicketPriority} />}
          onChange={(value) => value && set(t('field.priority'), { priority: value as TicketPriority })}
        />
      </PropertyRow>
      <PropertyRow label={t('field.type')}>
        <Select
          {...look}
          aria-label={t('field.type')}
          readOnly={fixed}
          allowDeselect={false}
          value={ticket.type}
          data={ticketTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          onChange={(value) => value && set(t('field.type'), { type: value as TicketType })}
        />
      </PropertyRow>
      <PropertyRow label={t('field.assignee')}>
        <Select
          {...look}
          aria-label={t('field.assignee')}
          readOnly={!can('tickets.ticket.assign')}
          searchable
          clearable
          placeholder={t('inbox.unassigned')}
          nothingFoundMessage={t('common.nothingFound')}
          leftSection={ticket.assignee ? <PersonAvatar name={ticket.assignee.name} size={18} /> : undefined}
          value={ticket.assignee?.id ?? null}
          data={choices(users, ticket.assignee)}
          renderOption={({ option }) => <AssigneeOption name={option.label} hint={absences.get(option.value)} />}
          onChange={(value) =>
            void guard(t('field.assignee'), (expectedVersion) => assign.run({ ticketId, assigneeId: value, expectedVersion }))
          }
        />
        <AbsenceNote text={absences.get(ticket.assignee?.id ?? '')} />
      </PropertyRow>
      <PropertyRow label={t('field.team')}>
        <Select
          {...look}
          aria-label={t('field.team')}
          readOnly={!can('tickets.ticket.assign')}
          clearable
          placeholder={t('common.none')}
          value={ticket.team?.id ?? null}
          data={choices(teams, ticket.team)}
          onChange={(value) =>
            void guard(t('field.team'), (expectedVersion) => assign.run({ ticketId, teamId: value, expectedVersion }))
          }
        />
      </PropertyRow>
      <PropertyRow label={t('field.dueAt')} danger={ticket.dueAt != null && !ticket.solvedAt && isPast(ticket.dueAt)}>
        <DateTimePicker
          size="xs"
          variant="unstyled"
          aria-label={`${t('field.dueAt')}: ${ticket.dueAt ? inZone(ticket.dueAt).format('D MMM, HH:mm') : t('common.none')}`}
          readOnly={fixed}
          clearable
          valueFormat="D MMM, HH:mm"
          placeholder={t('common.none')}
          value={ticket.dueAt ? toWallClock(ticket.dueAt) : null}
          submitButtonProps={{ 'aria-label': t('common.confirm') }}
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          onChange={(value) => {
            const dueAt = value ? fromWallClock(value) : null;
            if (dueAt !== (ticket.dueAt ?? null)) set(t('field.dueAt'), { dueAt });
          }}
        />
      </PropertyRow>
      <PropertyRow label={t('field.tags')}>
        <TagsInput
          size="xs"
          variant="unstyled"
          aria-label={t('field.tags')}
          readOnly={fixed}
          placeholder={ticket.tags.length === 0 ? t('ticket.addTag') : undefined}
          value={ticket.tags}
          data={tags?.ticketTags ?? []}
          maxDropdownHeight={200}
          onChange={(value) => set(t('field.tags'), { tags: value })}
        />
      </PropertyRow>
      <PropertyRow label={t('field.followers')}>
        {ticket.followers?.map((user) => user.name).join(', ') || t('common.none')}
      </PropertyRow>
      <PropertyRow label={t('field.createdAt')}>
        <span>
          <Time at={ticket.createdAt} /> · {t(`channel.${ticket.channel}`)}
        </span>
      </PropertyRow>
    </section>
  );
}
