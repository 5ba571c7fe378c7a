import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const TestIdentityProviderMutation = graphql(`
  mutation TestIdentityProvider($input: TestProviderInput!) {
    testIdentityProvider(input: $input) {
      providerTest {
        reached
        problem
        issuer
        keys
        signsOut
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

export function useTestIdentityProvider() {
  return useAction(TestIdentityProviderMutation);
}
