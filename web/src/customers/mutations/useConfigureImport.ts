import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const ConfigureImportMutation = graphql(`
  mutation ConfigureImport($input: ConfigureImportInput!) {
    configureImport(input: $input) {
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

export function useConfigureImport() {
  return useAction(ConfigureImportMutation);
}
