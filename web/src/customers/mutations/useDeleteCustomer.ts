import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const DeleteCustomerMutation = graphql(`
  mutation DeleteCustomer($input: DeleteCustomerInput!) {
    deleteCustomer(input: $input) {
      deletedCustomerId
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

export function useDeleteCustomer() {
  return useAction(DeleteCustomerMutation);
}
