import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RemovePasskeyMutation = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      secondFactors {
        ...OwnFactors
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

export function useRemovePasskey() {
  return useAction(RemovePasskeyMutation);
}
