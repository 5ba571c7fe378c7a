import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const OpenConfidentialDeskMutation = graphql(`
  mutation OpenConfidentialDesk($input: OpenConfidentialDeskInput!) {
    openConfidentialDesk(input: $input) {
      breakGlass {
        id
        endsAt
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

export function useOpenConfidentialDesk() {
  return useAction(OpenConfidentialDeskMutation);
}
