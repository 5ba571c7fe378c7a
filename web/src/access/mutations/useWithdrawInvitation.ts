import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const WithdrawInvitationMutation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) {
      withdrawn
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

export function useWithdrawInvitation() {
  return useAction(WithdrawInvitationMutation);
}
