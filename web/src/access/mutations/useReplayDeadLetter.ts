import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ReplayDeadLetterMutation = graphql(`
  mutation ReplayDeadLetter($input: ReplayDeadLetterInput!) {
    replayDeadLetter(input: $input) {
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

export function useReplayDeadLetter() {
  return useAction(ReplayDeadLetterMutation);
}
