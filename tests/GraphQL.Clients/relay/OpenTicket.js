import { graphql } from 'relay-runtime';

export const openTicket = graphql`
  mutation OpenTicketMutation($input: CreateTicketInput!, $connections: [ID!]!) {
    createTicket(input: $input) {
      ticket @appendNode(connections: $connections, edgeTypeName: "TicketEdge") {
        id
        ...Row_ticket
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
`;
