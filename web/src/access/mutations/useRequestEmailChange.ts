import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RequestEmailChangeMutation = graphql(`
  mutation RequestEmailChange($input: RequestEmailChangeInput!) {
    requestEmailChange(input: $input) {
      sentTo
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

export function useRequestEmailChange() {
  return useAction(RequestEmailChangeMutation);
}
