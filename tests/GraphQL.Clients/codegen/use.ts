// Read by the compiler only: it must find each type as it is written here, and an error where one is expected.
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { node, row, ticketQuery, update, watch } from './documents';
import { readFragment } from './generated';

type Ticket = NonNullable<ResultOf<typeof ticketQuery>['ticket']>;

export function read(ticket: Ticket, change: ResultOf<typeof watch>): (string | number | null | undefined)[] {
  const { subject, assignee } = readFragment(row, ticket);
  const status: 'NEW' | 'OPEN' | 'PENDING' | 'ON_HOLD' | 'SOLVED' | 'CLOSED' = ticket.status;
  const [money] = ticket.customer?.revenue ?? [];
  const amount: number | undefined = money?.amountMinor;
  const number: number = ticket.number;
  const due: string | null | undefined = ticket.dueAt;
  // @ts-expect-error: the fields of a fragment are not seen without it
  const masked = ticket.subject;
  return [subject, assignee?.name, status, amount, number, due, change.ticketChanged?.ticketId, masked];
}

export function answer({ updateTicket }: ResultOf<typeof update>): number {
  const [error] = updateTicket.errors;
  if (error?.__typename === 'ConflictError') return error.currentVersion ?? 0;
  const path: string[] | null | undefined = error?.path;
  return path?.length ?? updateTicket.ticket?.version ?? 0;
}

export const named = ({ node: found }: ResultOf<typeof node>): string | number => {
  if (found?.__typename === 'Ticket') return found.number;
  return found?.__typename === 'Customer' ? found.displayName : '';
};

export const changes: VariablesOf<typeof update>[] = [
  { input: { ticketId: 'Ticket_AaIDLiUgcGigkwjRhpPKrg', priority: 'HIGH', dueAt: null, expectedVersion: 1 } },
  // @ts-expect-error: there is no such priority
  { input: { ticketId: 'Ticket_AaIDLiUgcGigkwjRhpPKrg', priority: 'HIGHEST' } },
  // @ts-expect-error: the id is needed
  { input: { priority: 'HIGH' } },
];
