import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RequestCustomerExportMutation = graphql(`
  mutation RequestCustomerExport($input: RequestCustomerExportInput!) {
    requestCustomerExport(input: $input) {
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

export function useRequestCustomerExport() {
  return useAction(RequestCustomerExportMutation);
}
