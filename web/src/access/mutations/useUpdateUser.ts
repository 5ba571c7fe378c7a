import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const UpdateUserMutation = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        ...UserRow
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

export function useUpdateUser() {
  return useAction(UpdateUserMutation);
}
