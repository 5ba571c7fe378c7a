import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';

const PeopleQuery = graphql(`
  query People {
    users(first: 100) {
      nodes {
        id
        name
        active
        avatarUrl
        availability {
          absentUntil
          substitute {
            id
            name
          }
        }
      }
    }
    teams {
      id
      name
    }
  }
`);

/** The staff a ticket can be given to; small enough to have at hand whole. */
export function usePeople(pause = false) {
  const [{ data }] = useQuery({ query: PeopleQuery, requestPolicy: 'cache-first', pause });
  return {
    users: (data?.users?.nodes ?? []).filter((user) => user.active),
    teams: data?.teams ?? [],
  };
}
