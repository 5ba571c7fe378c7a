import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateCustomFieldMutation = graphql(`
  mutation CreateCustomField($input: CreateCustomFieldInput!) {
    createCustomField(input: $input) {
      customField {
        ...FieldRow
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

export function useCreateCustomField() {
  return useAction(CreateCustomFieldMutation);
}
