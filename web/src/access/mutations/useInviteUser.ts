import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const InviteUserMutation = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
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

export function useInviteUser() {
  return useAction(InviteUserMutation);
}
