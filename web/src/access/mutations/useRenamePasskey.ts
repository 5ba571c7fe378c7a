import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const RenamePasskeyMutation = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      passkey {
        id
        name
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

export function useRenamePasskey() {
  return useAction(RenamePasskeyMutation);
}
