import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ChangePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      user {
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

export function useChangePassword() {
  return useAction(ChangePasswordMutation);
}
