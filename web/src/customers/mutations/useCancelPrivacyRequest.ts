import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CancelPrivacyRequestMutation = graphql(`
  mutation CancelPrivacyRequest($input: CancelPrivacyRequestInput!) {
    cancelPrivacyRequest(input: $input) {
      privacyRequest {
        id
        version
        state
        startsAt
      }
      errors {
        __typename
        code
        message
        path
      }
    }
  }
`);

export function useCancelPrivacyRequest() {
  return useAction(CancelPrivacyRequestMutation);
}
