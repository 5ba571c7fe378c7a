import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const DeleteCustomerNoteMutation = graphql(`
  mutation DeleteCustomerNote($input: DeleteCustomerNoteInput!) {
    deleteCustomerNote(input: $input) {
      customer {
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

export function useDeleteCustomerNote() {
  return useAction(DeleteCustomerNoteMutation);
}
