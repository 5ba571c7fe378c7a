import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const DeleteUserMutation = graphql(`
  mutation DeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
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

export function useDeleteUser() {
  return useAction(DeleteUserMutation);
}
