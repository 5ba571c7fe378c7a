import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateTicketMutation = graphql(`
  mutation CreateTicket($input: CreateTicketInput!) {
    createTicket(input: $input) {
      ticket {
        id
        number
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

export function useCreateTicket() {
  return useAction(CreateTicketMutation);
}
