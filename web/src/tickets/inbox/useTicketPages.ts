import { graphql } from '@/generated/staff';
import { usePages } from '@/ui/graphql/usePages';
import { type InboxSearch, toFilter, toOrder } from './inboxSearch';

const InboxQuery = graphql(`
  query Inbox($search: String, $filter: TicketFilter, $order: TicketOrder, $first: Int!, $after: String) {
    tickets(search: $search, filter: $filter, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        number
        ...TicketRow
        ...TicketActionTarget
      }
    }
  }
`);

export function useTicketPages(view: string, search: InboxSearch) {
  return usePages({
    document: InboxQuery,
    variablesAt: (after) => ({
      search: search.q ?? null,
      filter: toFilter(view, search),
      order: toOrder(search),
      first: 50,
      after,
    }),
    read: ({ tickets }) => tickets && {
      nodes: tickets.nodes,
      total: tickets.totalCount,
      next: tickets.pageInfo.hasNextPage ? (tickets.pageInfo.endCursor ?? null) : null,
    },
  });
}
