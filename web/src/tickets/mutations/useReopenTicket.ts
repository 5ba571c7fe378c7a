import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ReopenTicketMutation = graphql(`
  mutation ReopenTicket($input: ReopenTicketInput!) {
    reopenTicket(input: $input) {
      ticket {
        ...TicketRow
        ...TicketProperties
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

export function useReopenTicket() {
  return useAction(ReopenTicketMutation);
}
