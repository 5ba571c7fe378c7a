import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ChangeTicketStatusMutation = graphql(`
  mutation ChangeTicketStatus($input: ChangeTicketStatusInput!) {
    changeTicketStatus(input: $input) {
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

export function useChangeTicketStatus() {
  return useAction(ChangeTicketStatusMutation);
}
