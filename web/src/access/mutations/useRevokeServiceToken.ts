import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RevokeServiceTokenMutation = graphql(`
  mutation RevokeServiceToken($input: RevokeServiceTokenInput!) {
    revokeServiceToken(input: $input) {
      accessToken {
        id
        revokedAt
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

export function useRevokeServiceToken() {
  return useAction(RevokeServiceTokenMutation);
}
