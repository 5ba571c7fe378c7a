import type { TicketFilter, TicketOrder, TicketPriority, TicketSort, TicketStatus, TicketType } from '@/generated/staff/graphql';

export const viewKeys = ['mine', 'unassigned', 'team', 'open', 'pending', 'onHold', 'solved', 'all'] as const;
export type ViewKey = (typeof viewKeys)[number];
export const statuses: readonly TicketStatus[] = ['NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'SOLVED', 'CLOSED'];
export const priorities: readonly TicketPriority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];
export const ticketTypes: readonly TicketType[] = ['QUESTION', 'INCIDENT', 'PROBLEM', 'TASK', 'COMPLAINT'];
export const sorts: readonly TicketSort[] = ['LAST_MESSAGE_AT', 'UPDATED_AT', 'CREATED_AT', 'DUE_AT', 'PRIORITY'];

/** What the address of the inbox says beside the view; everything else is a default. */
export interface InboxSearch {
  q?: string;
  status?: TicketStatus;
  priority?: TicketPriority;
  type?: TicketType;
  assignee?: string;
  tag?: string;
  sort?: TicketSort;
  asc?: boolean;
  /** Number of the ticket that is open beside the list. */
  t?: number;
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | undefined {
  return all.find((one) => one === value);
}

export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined) || undefined;
  const number = Number(search.t);
  return {
    q: text(search.q),
    status: oneOf(statuses, search.status),
    priority: oneOf(priorities, search.priority),
    type: oneOf(ticketTypes, search.type),
    assignee: text(search.assignee),
    tag: text(search.tag),
    sort: oneOf(sorts, search.sort),
    asc: search.asc === true ? true : undefined,
    t: Number.isInteger(number) && number > 0 ? number : undefined,
  };
}

export function toView(key: string): ViewKey {
  return viewKeys.find((one) => one === key) ?? 'open';
}

export function toFilter(view: string, search: InboxSearch): TicketFilter {
  return {
    view: toView(view),
    ...(search.status ? { status: [search.status] } : {}),
    ...(search.priority ? { priority: [search.priority] } : {}),
    ...(search.type ? { type: [search.type] } : {}),
    ...(search.assignee ? { assigneeId: search.assignee } : {}),
    ...(search.tag ? { tag: search.tag } : {}),
  };
}

export function toOrder(search: InboxSearch): TicketOrder {
  return { by: search.sort ?? 'LAST_MESSAGE_AT', direction: search.asc ? 'ASC' : 'DESC' };
}

export function activeFilterCount(search: InboxSearch): number {
  return [search.status, search.priority, search.type, search.assignee, search.tag].filter(Boolean).length;
}
