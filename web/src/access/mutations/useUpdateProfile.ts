import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const UpdateProfileMutation = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      user {
        id
        name
        language
        timeZone
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

export function useUpdateProfile() {
  return useAction(UpdateProfileMutation);
}
