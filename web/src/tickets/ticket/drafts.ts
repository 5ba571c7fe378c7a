import type { MessageKind } from '@/generated/staff/graphql';

export interface Draft {
  mode: MessageKind;
  body: string;
}

const prefix = 'servicecrm.draft.';
const empty: Draft = { mode: 'PUBLIC', body: '' };

/** What somebody began to write on a ticket, kept in this browser until it is sent. */
export function readDraft(ticketId: string): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + ticketId) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'body' in kept && typeof kept.body === 'string') {
      return { mode: 'mode' in kept && kept.mode === 'NOTE' ? 'NOTE' : 'PUBLIC', body: kept.body };
    }
  } catch {
    // A draft that cannot be read is no reason not to answer the customer.
  }
  return empty;
}

export function keepDraft(ticketId: string, draft: Draft): void {
  try {
    if (draft.body.trim() === '') localStorage.removeItem(prefix + ticketId);
    else localStorage.setItem(prefix + ticketId, JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden; the text is still on screen.
  }
}
