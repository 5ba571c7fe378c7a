import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateUserMutation = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
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

export function useCreateUser() {
  return useAction(CreateUserMutation);
}
