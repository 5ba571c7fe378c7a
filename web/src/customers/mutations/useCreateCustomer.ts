import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateCustomerMutation = graphql(`
  mutation CreateCustomer($input: CreateCustomerInput!) {
    createCustomer(input: $input) {
      customer {
        id
        displayName
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

export function useCreateCustomer() {
  return useAction(CreateCustomerMutation);
}
