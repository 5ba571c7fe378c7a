import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const UpdateTicketsMutation = graphql(`
  mutation UpdateTickets($input: UpdateTicketsInput!) {
    updateTickets(input: $input) {
      tickets {
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

export function useUpdateTickets() {
  return useAction(UpdateTicketsMutation);
}
