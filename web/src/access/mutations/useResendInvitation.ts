import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ResendInvitationMutation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      user {
        ...UserRow
      }
      link
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

export function useResendInvitation() {
  return useAction(ResendInvitationMutation);
}
