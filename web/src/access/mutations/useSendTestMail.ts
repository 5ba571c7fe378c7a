import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const SendTestMailMutation = graphql(`
  mutation SendTestMail($input: SendTestMailInput!) {
    sendTestMail(input: $input) {
      mail {
        id
        to
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

export function useSendTestMail() {
  return useAction(SendTestMailMutation);
}
