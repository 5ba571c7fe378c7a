import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateImportMutation = graphql(`
  mutation CreateImport($input: CreateImportInput!) {
    createImport(input: $input) {
      import {
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

export function useCreateImport() {
  return useAction(CreateImportMutation);
}
