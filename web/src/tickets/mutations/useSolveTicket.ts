import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const SolveTicketMutation = graphql(`
  mutation SolveTicket($input: SolveTicketInput!) {
    solveTicket(input: $input) {
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

export function useSolveTicket() {
  return useAction(SolveTicketMutation);
}
