import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const EndAbsenceMutation = graphql(`
  mutation EndAbsence($input: EndAbsenceInput!) {
    endAbsence(input: $input) {
      user {
        id
        absences {
          ...AbsenceRow
        }
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

export function useEndAbsence() {
  return useAction(EndAbsenceMutation);
}
