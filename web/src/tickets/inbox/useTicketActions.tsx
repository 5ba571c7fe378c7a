import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { TicketPriority, TicketStatus } from '@/generated/staff/graphql';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useChangeTicketStatus } from '../mutations/useChangeTicketStatus';
import { useReopenTicket } from '../mutations/useReopenTicket';
import { useSolveTicket } from '../mutations/useSolveTicket';
import { useUpdateTickets } from '../mutations/useUpdateTickets';

export const TicketActionTargetFragment = graphql(`
  fragment TicketActionTarget on Ticket {
    id
    number
    status
  }
`);

export type ActionTarget = FragmentType<typeof TicketActionTargetFragment>;

export interface BulkChange {
  status?: TicketStatus;
  priority?: TicketPriority;
  assigneeId?: string | null;
  teamId?: string | null;
  addTags?: string[];
}

/** What can be done to one or many tickets at once; solving leaves a way back on screen. */
export function useTicketActions(onDone: () => void) {
  const { t } = useTranslation();
  const solve = useSolveTicket();
  const reopen = useReopenTicket();
  const changeStatus = useChangeTicketStatus();
  const bulk = useUpdateTickets();

  const undo = async (tickets: readonly { id: string; status: TicketStatus }[]) => {
    const outcomes = await Promise.all(
      tickets.map(({ id, status }) =>
        status === 'PENDING' || status === 'ON_HOLD'
          ? changeStatus.run({ ticketId: id, status })
          : reopen.run({ ticketId: id }),
      ),
    );
    for (const outcome of outcomes) if (!outcome.ok) notifyProblems(outcome.problems);
    onDone();
  };

  const offerUndo = (tickets: readonly { id: string; number: number; status: TicketStatus }[]) => {
    const toast = notifications.show({
      autoClose: 8000,
      closeButtonProps: { 'aria-label': t('common.close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            {tickets.length === 1
              ? t('ticket.solvedOne', { number: tickets[0]?.number })
              : t('ticket.solvedMany', { count: tickets.length })}
          </Text>
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(toast);
              void undo(tickets);
            }}
          >
            {t('common.undo')}
          </Button>
        </Group>
      ),
    });
  };

  const solveTickets = async (masked: readonly ActionTarget[]) => {
    const open = masked
      .map((one) => readFragment(TicketActionTargetFragment, one))
      .filter((ticket) => ticket.status !== 'SOLVED' && ticket.status !== 'CLOSED');
    if (open.length === 0) return;
    const [first] = open;
    const outcome =
      open.length === 1 && first
        ? await solve.run({ ticketId: first.id })
        : await bulk.run({ ticketIds: open.map((one) => one.id), status: 'SOLVED' });
    if (outcome.ok) offerUndo(open.map((one) => ({ ...one })));
    else notifyProblems(outcome.problems);
    onDone();
  };

  const changeTickets = async (ids: readonly string[], change: BulkChange) => {
    const outcome = await bulk.run({ ticketIds: [...ids], ...change });
    if (outcome.ok) notifyDone(t('ticket.changedMany', { count: ids.length }));
    else notifyProblems(outcome.problems);
    onDone();
    return outcome.ok;
  };

  return { solveTickets, changeTickets, offerUndo, busy: solve.running || bulk.running };
}
