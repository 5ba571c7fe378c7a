import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const FollowTicketMutation = graphql(`
  mutation FollowTicket($input: FollowTicketInput!) {
    followTicket(input: $input) {
      ticket {
        id
        viewerFollows
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

export function useFollowTicket() {
  return useAction(FollowTicketMutation);
}
