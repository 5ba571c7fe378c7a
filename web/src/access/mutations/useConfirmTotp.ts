import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ConfirmTotpMutation = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
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

export function useConfirmTotp() {
  return useAction(ConfirmTotpMutation);
}
