import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateAccessTokenMutation = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      secret
      accessToken {
        ...TokenRow
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

export function useCreateAccessToken() {
  return useAction(CreateAccessTokenMutation);
}
