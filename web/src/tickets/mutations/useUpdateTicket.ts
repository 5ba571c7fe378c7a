import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const UpdateTicketMutation = graphql(`
  mutation UpdateTicket($input: UpdateTicketInput!) {
    updateTicket(input: $input) {
      ticket {
        id
        version
        updatedAt
        subject
        priority
        type
        tags
        dueAt
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

export function useUpdateTicket() {
  return useAction(UpdateTicketMutation);
}
