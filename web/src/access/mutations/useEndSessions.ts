import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const EndSessionsMutation = graphql(`
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      ended
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

export function useEndSessions() {
  return useAction(EndSessionsMutation);
}
