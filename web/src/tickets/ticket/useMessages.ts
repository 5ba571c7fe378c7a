import { graphql } from '@/generated/staff';
import { usePages } from '@/ui/graphql/usePages';

const MessagesQuery = graphql(`
  query Messages($ticketId: ID!, $last: Int!, $before: String) {
    ticket(id: $ticketId) {
      id
      messages(last: $last, before: $before) {
        totalCount
        pageInfo {
          hasPreviousPage
          startCursor
        }
        nodes {
          id
          createdAt
          ...MessageItem
        }
      }
    }
  }
`);

/** A conversation is read from its end: the newest page first, earlier ones on demand. */
export function useMessages(ticketId: string) {
  const pages = usePages({
    document: MessagesQuery,
    variablesAt: (before) => ({ ticketId, last: 30, before }),
    read: ({ ticket }) =>
      ticket && {
        nodes: [...ticket.messages.nodes].reverse(),
        total: ticket.messages.totalCount,
        next: ticket.messages.pageInfo.hasPreviousPage ? (ticket.messages.pageInfo.startCursor ?? null) : null,
      },
  });
  return { ...pages, rows: [...pages.rows].reverse() };
}

export type Messages = ReturnType<typeof useMessages>;
