import { graphql } from '@/generated/staff';

export const OwnProfileQuery = graphql(`
  query OwnProfile {
    viewer {
      id
      name
      jobTitle
      phone
      signature
      avatarUrl
      workingHours {
        day
        from
        to
      }
      absences {
        ...AbsenceRow
      }
    }
  }
`);

export const AbsenceRowFragment = graphql(`
  fragment AbsenceRow on Absence {
    id
    from
    until
    note
    substitute {
      id
      name
    }
  }
`);
