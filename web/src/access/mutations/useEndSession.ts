import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const EndSessionMutation = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      session {
        id
        endedAt
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

export function useEndSession() {
  return useAction(EndSessionMutation);
}
