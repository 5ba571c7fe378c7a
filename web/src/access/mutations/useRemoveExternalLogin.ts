import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RemoveExternalLoginMutation = graphql(`
  mutation RemoveExternalLogin($input: RemoveExternalLoginInput!) {
    removeExternalLogin(input: $input) {
      externalLoginId
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

export function useRemoveExternalLogin() {
  return useAction(RemoveExternalLoginMutation);
}
