import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ResetSecondFactorsMutation = graphql(`
  mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {
    resetSecondFactors(input: $input) {
      user {
        id
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

export function useResetSecondFactors() {
  return useAction(ResetSecondFactorsMutation);
}
