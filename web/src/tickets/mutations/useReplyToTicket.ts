import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ReplyToTicketMutation = graphql(`
  mutation ReplyToTicket($input: ReplyToTicketInput!) {
    replyToTicket(input: $input) {
      ticket {
        ...TicketRow
        ...TicketProperties
      }
      message {
        id
      }
      errors {
        __typename
        code
        message
        path
        ... on ConflictError {
          currentVersion
        }
      }
    }
  }
`);

export function useReplyToTicket() {
  return useAction(ReplyToTicketMutation);
}
