import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateRoleMutation = graphql(`
  mutation CreateRole($input: CreateRoleInput!) {
    createRole(input: $input) {
      role {
        key
        ...RoleColumn
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

export function useCreateRole() {
  return useAction(CreateRoleMutation);
}
