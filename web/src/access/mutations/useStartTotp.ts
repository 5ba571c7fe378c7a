import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const StartTotpMutation = graphql(`
  mutation StartTotp($input: StartTotpInput!) {
    startTotp(input: $input) {
      secret
      qrCode
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

export function useStartTotp() {
  return useAction(StartTotpMutation);
}
