import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const AddTicketNoteMutation = graphql(`
  mutation AddTicketNote($input: AddTicketNoteInput!) {
    addTicketNote(input: $input) {
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

export function useAddTicketNote() {
  return useAction(AddTicketNoteMutation);
}
