import { graphql } from 'relay-runtime';

export const watch = graphql`
  subscription WatchSubscription($id: ID!) {
    ticketChanged(ticketId: $id) {
      ticketId
      ticket {
        ...Row_ticket
      }
    }
  }
`;
