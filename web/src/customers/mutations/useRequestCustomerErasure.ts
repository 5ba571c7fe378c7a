import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RequestCustomerErasureMutation = graphql(`
  mutation RequestCustomerErasure($input: RequestCustomerErasureInput!) {
    requestCustomerErasure(input: $input) {
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

export function useRequestCustomerErasure() {
  return useAction(RequestCustomerErasureMutation);
}
