import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RevokeAccessTokenMutation = graphql(`
  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
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

export function useRevokeAccessToken() {
  return useAction(RevokeAccessTokenMutation);
}
