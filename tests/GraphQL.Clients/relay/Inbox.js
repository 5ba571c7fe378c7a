import { graphql } from 'relay-runtime';

export const inbox = graphql`
  fragment Inbox_query on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "String" }, search: { type: "String" })
  @refetchable(queryName: "InboxPageQuery") {
    tickets(search: $search, first: $count, after: $cursor, filter: { view: "open" }) @connection(key: "Inbox_tickets", filters: ["search", "filter"]) {
      edges {
        node {
          id
          ...Row_ticket
        }
      }
    }
  }
`;

export const query = graphql`
  query InboxQuery {
    ...Inbox_query
  }
`;
