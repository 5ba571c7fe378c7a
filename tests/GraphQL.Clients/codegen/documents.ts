import { graphql } from './generated';

export const ticketQuery = graphql(/* GraphQL */ `
  query Ticket($id: ID!) {
    ticket(id: $id) {
      id
      number
      status
      dueAt
      customer {
        displayName
        revenue {
          amountMinor
          currency
        }
        customValues {
          value
        }
      }
      ...TicketRow
    }
  }
`);

export const row = graphql(/* GraphQL */ `
  fragment TicketRow on Ticket {
    subject
    assignee {
      name
    }
  }
`);

export const update = graphql(/* GraphQL */ `
  mutation UpdateTicket($input: UpdateTicketInput!) {
    updateTicket(input: $input) {
      ticket {
        id
        version
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

export const watch = graphql(/* GraphQL */ `
  subscription Watch($id: ID) {
    ticketChanged(ticketId: $id) {
      ticketId
      ticket {
        ...TicketRow
      }
    }
  }
`);

export const node = graphql(/* GraphQL */ `
  query Node($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Ticket {
        number
      }
      ... on Customer {
        displayName
      }
    }
  }
`);
