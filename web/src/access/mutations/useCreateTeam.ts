import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const CreateTeamMutation = graphql(`
  mutation CreateTeam($input: CreateTeamInput!) {
    createTeam(input: $input) {
      team {
        ...TeamRow
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

export function useCreateTeam() {
  return useAction(CreateTeamMutation);
}
