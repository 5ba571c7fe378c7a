import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RequireSecondFactorMutation = graphql(`
  mutation RequireSecondFactor($input: RequireSecondFactorInput!) {
    requireSecondFactor(input: $input) {
      role {
        key
        name
        requiresSecondFactor
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

export function useRequireSecondFactor() {
  return useAction(RequireSecondFactorMutation);
}
