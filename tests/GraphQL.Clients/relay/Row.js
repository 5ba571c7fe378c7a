import { graphql } from 'relay-runtime';

// Refetched by node(id:), which the compiler writes for every type that implements Node.
export const row = graphql`
  fragment Row_ticket on Ticket @refetchable(queryName: "RowRefetchQuery") {
    number
    subject
    status
    customer {
      displayName
    }
  }
`;
