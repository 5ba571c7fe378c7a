import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CheckImportMutation = graphql(`
  mutation CheckImport($input: ImportActionInput!) {
    checkImport(input: $input) {
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

export function useCheckImport() {
  return useAction(CheckImportMutation);
}
