import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RenewRecoveryCodesMutation = graphql(`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      recoveryCodes
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

export function useRenewRecoveryCodes() {
  return useAction(RenewRecoveryCodesMutation);
}
