import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const UpdateCustomerMutation = graphql(`
  mutation UpdateCustomer($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        id
        version
        updatedAt
        ...CustomerProfile
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

export function useUpdateCustomer() {
  return useAction(UpdateCustomerMutation);
}
