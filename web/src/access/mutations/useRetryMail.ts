import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RetryMailMutation = graphql(`
  mutation RetryMail($input: RetryMailInput!) {
    retryMail(input: $input) {
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

export function useRetryMail() {
  return useAction(RetryMailMutation);
}
