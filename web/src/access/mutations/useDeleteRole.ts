import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const DeleteRoleMutation = graphql(`
  mutation DeleteRole($input: DeleteRoleInput!) {
    deleteRole(input: $input) {
      deleted
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

export function useDeleteRole() {
  return useAction(DeleteRoleMutation);
}
