import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RunImportMutation = graphql(`
  mutation RunImport($input: ImportActionInput!) {
    runImport(input: $input) {
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

export function useRunImport() {
  return useAction(RunImportMutation);
}
