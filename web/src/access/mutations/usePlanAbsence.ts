import { graphql } from '@/generated/staff';
import { useAction } from '@/ui/graphql/useAction';

const PlanAbsenceMutation = graphql(`
  mutation PlanAbsence($input: PlanAbsenceInput!) {
    planAbsence(input: $input) {
      absence {
        ...AbsenceRow
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

export function usePlanAbsence() {
  return useAction(PlanAbsenceMutation);
}
