import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CancelImportMutation = graphql(`
  mutation CancelImport($input: ImportActionInput!) {
    cancelImport(input: $input) {
      import {
        ...ImportDetail
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

export function useCancelImport() {
  return useAction(CancelImportMutation);
}
