import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const AddCustomerNoteMutation = graphql(`
  mutation AddCustomerNote($input: AddCustomerNoteInput!) {
    addCustomerNote(input: $input) {
      customerNote {
        ...NoteItem
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

export function useAddCustomerNote() {
  return useAction(AddCustomerNoteMutation);
}
