import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const EndPortalSessionsMutation = graphql(`
  mutation EndPortalSessions($input: EndPortalSessionsInput!) {
    endPortalSessions(input: $input) {
      customer {
        id
        ...PortalAccessRow
      }
      errors {
        __typename
        code
        message
        path
      }
    }
  }
`);

export function useEndPortalSessions() {
  return useAction(EndPortalSessionsMutation);
}
