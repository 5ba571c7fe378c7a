import { graphql } from '@/generated/portal';
import type { ReplyToMyTicketInput } from '@/generated/portal/graphql';
import { ask, type PortalError } from './portalClient';

const ReplyToMyTicket = graphql(`
  mutation ReplyToMyTicket($input: ReplyToMyTicketInput!) {
    replyToMyTicket(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

const CloseMyTicket = graphql(`
  mutation CloseMyTicket($input: CloseMyTicketInput!) {
    closeMyTicket(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

const ReopenMyTicket = graphql(`
  mutation ReopenMyTicket($input: ReopenMyTicketInput!) {
    reopenMyTicket(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

const MarkMyTicketRead = graphql(`
  mutation MarkMyTicketRead($input: MarkMyTicketReadInput!) {
    markMyTicketRead(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

export async function replyToTicket(input: ReplyToMyTicketInput, key: string): Promise<readonly PortalError[]> {
  return (await ask(ReplyToMyTicket, { input }, key)).replyToMyTicket.errors;
}

export async function changeTicket(what: 'close' | 'reopen', ticketId: string): Promise<readonly PortalError[]> {
  return what === 'close'
    ? (await ask(CloseMyTicket, { input: { ticketId } })).closeMyTicket.errors
    : (await ask(ReopenMyTicket, { input: { ticketId } })).reopenMyTicket.errors;
}

export async function markRead(ticketId: string, until: string): Promise<void> {
  await ask(MarkMyTicketRead, { input: { ticketId, until } });
}
