import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const AcknowledgeFactorResetMutation = graphql(`
  mutation AcknowledgeFactorReset($input: AcknowledgeFactorResetInput!) {
    acknowledgeFactorReset(input: $input) {
      user {
        id
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

export function useAcknowledgeFactorReset() {
  return useAction(AcknowledgeFactorResetMutation);
}
