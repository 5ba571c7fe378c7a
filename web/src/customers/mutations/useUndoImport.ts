import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const UndoImportMutation = graphql(`
  mutation UndoImport($input: ImportActionInput!) {
    undoImport(input: $input) {
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

export function useUndoImport() {
  return useAction(UndoImportMutation);
}
