import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateServiceAccountMutation = graphql(`
  mutation CreateServiceAccount($input: CreateServiceAccountInput!) {
    createServiceAccount(input: $input) {
      user {
        id
        name
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

export function useCreateServiceAccount() {
  return useAction(CreateServiceAccountMutation);
}
