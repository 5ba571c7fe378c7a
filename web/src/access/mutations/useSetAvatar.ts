import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const SetAvatarMutation = graphql(`
  mutation SetAvatar($input: SetAvatarInput!) {
    setAvatar(input: $input) {
      user {
        id
        avatarUrl
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

export function useSetAvatar() {
  return useAction(SetAvatarMutation);
}
