import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const DisableTotpMutation = graphql(`
  mutation DisableTotp($input: DisableTotpInput!) {
    disableTotp(input: $input) {
      secondFactors {
        ...OwnFactors
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

export function useDisableTotp() {
  return useAction(DisableTotpMutation);
}
