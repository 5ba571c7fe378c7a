import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateServiceTokenMutation = graphql(`
  mutation CreateServiceToken($input: CreateServiceTokenInput!) {
    createServiceToken(input: $input) {
      accessToken {
        id
      }
      secret
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

export function useCreateServiceToken() {
  return useAction(CreateServiceTokenMutation);
}
