import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const AssignTicketMutation = graphql(`
  mutation AssignTicket($input: AssignTicketInput!) {
    assignTicket(input: $input) {
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

export function useAssignTicket() {
  return useAction(AssignTicketMutation);
}
