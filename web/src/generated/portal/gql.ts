/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query MyTicket($id: ID!) {\n    myTicket(id: $id) {\n      id\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      unread\n      customerId\n      canReply\n      canClose\n      canReopen\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n": typeof types.MyTicketDocument,
    "\n  query MyTickets($search: String, $state: MyTicketState, $first: Int!, $after: String) {\n    myTickets(search: $search, state: $state, first: $first, after: $after) {\n      nodes {\n        id\n        number\n        subject\n        status\n        preview\n        updatedAt\n        lastMessageFromCustomer\n        unread\n        customerId\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MyTicketsDocument,
    "\n  mutation OpenMyTicket($input: OpenMyTicketInput!) {\n    openMyTicket(input: $input) {\n      ticket {\n        id\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.OpenMyTicketDocument,
    "\n  mutation ChangeMyLanguage($input: ChangeMyLanguageInput!) {\n    changeMyLanguage(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ChangeMyLanguageDocument,
    "\n  mutation SubmitRequest($input: SubmitRequestInput!) {\n    submitRequest(input: $input) {\n      request {\n        number\n        trackingUrl\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.SubmitRequestDocument,
    "\n  query TrackedRequest($token: String!) {\n    trackedRequest(token: $token) {\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      canReply\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n": typeof types.TrackedRequestDocument,
    "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) {\n    replyToRequest(input: $input) {\n      request {\n        number\n        subject\n        status\n        createdAt\n        updatedAt\n        canReply\n        messages {\n          id\n          fromCustomer\n          authorName\n          body\n          createdAt\n          files {\n            name\n            size\n            url\n          }\n        }\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ReplyToRequestDocument,
    "\n  mutation ReplyToMyTicket($input: ReplyToMyTicketInput!) {\n    replyToMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ReplyToMyTicketDocument,
    "\n  mutation CloseMyTicket($input: CloseMyTicketInput!) {\n    closeMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CloseMyTicketDocument,
    "\n  mutation ReopenMyTicket($input: ReopenMyTicketInput!) {\n    reopenMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ReopenMyTicketDocument,
    "\n  mutation MarkMyTicketRead($input: MarkMyTicketReadInput!) {\n    markMyTicketRead(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.MarkMyTicketReadDocument,
    "\n  query Portal {\n    portal {\n      companyName\n      maxFileBytes\n      maxFiles\n    }\n    me {\n      address\n      name\n      customers {\n        id\n        name\n        language\n        timeZone\n        preferredContactMethod\n      }\n      sessions {\n        id\n        current\n        userAgent\n        lastSeenAt\n      }\n    }\n  }\n": typeof types.PortalDocument,
};
const documents: Documents = {
    "\n  query MyTicket($id: ID!) {\n    myTicket(id: $id) {\n      id\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      unread\n      customerId\n      canReply\n      canClose\n      canReopen\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n": types.MyTicketDocument,
    "\n  query MyTickets($search: String, $state: MyTicketState, $first: Int!, $after: String) {\n    myTickets(search: $search, state: $state, first: $first, after: $after) {\n      nodes {\n        id\n        number\n        subject\n        status\n        preview\n        updatedAt\n        lastMessageFromCustomer\n        unread\n        customerId\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MyTicketsDocument,
    "\n  mutation OpenMyTicket($input: OpenMyTicketInput!) {\n    openMyTicket(input: $input) {\n      ticket {\n        id\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.OpenMyTicketDocument,
    "\n  mutation ChangeMyLanguage($input: ChangeMyLanguageInput!) {\n    changeMyLanguage(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ChangeMyLanguageDocument,
    "\n  mutation SubmitRequest($input: SubmitRequestInput!) {\n    submitRequest(input: $input) {\n      request {\n        number\n        trackingUrl\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.SubmitRequestDocument,
    "\n  query TrackedRequest($token: String!) {\n    trackedRequest(token: $token) {\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      canReply\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n": types.TrackedRequestDocument,
    "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) {\n    replyToRequest(input: $input) {\n      request {\n        number\n        subject\n        status\n        createdAt\n        updatedAt\n        canReply\n        messages {\n          id\n          fromCustomer\n          authorName\n          body\n          createdAt\n          files {\n            name\n            size\n            url\n          }\n        }\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ReplyToRequestDocument,
    "\n  mutation ReplyToMyTicket($input: ReplyToMyTicketInput!) {\n    replyToMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ReplyToMyTicketDocument,
    "\n  mutation CloseMyTicket($input: CloseMyTicketInput!) {\n    closeMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CloseMyTicketDocument,
    "\n  mutation ReopenMyTicket($input: ReopenMyTicketInput!) {\n    reopenMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ReopenMyTicketDocument,
    "\n  mutation MarkMyTicketRead($input: MarkMyTicketReadInput!) {\n    markMyTicketRead(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.MarkMyTicketReadDocument,
    "\n  query Portal {\n    portal {\n      companyName\n      maxFileBytes\n      maxFiles\n    }\n    me {\n      address\n      name\n      customers {\n        id\n        name\n        language\n        timeZone\n        preferredContactMethod\n      }\n      sessions {\n        id\n        current\n        userAgent\n        lastSeenAt\n      }\n    }\n  }\n": types.PortalDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyTicket($id: ID!) {\n    myTicket(id: $id) {\n      id\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      unread\n      customerId\n      canReply\n      canClose\n      canReopen\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').MyTicketDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyTickets($search: String, $state: MyTicketState, $first: Int!, $after: String) {\n    myTickets(search: $search, state: $state, first: $first, after: $after) {\n      nodes {\n        id\n        number\n        subject\n        status\n        preview\n        updatedAt\n        lastMessageFromCustomer\n        unread\n        customerId\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').MyTicketsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenMyTicket($input: OpenMyTicketInput!) {\n    openMyTicket(input: $input) {\n      ticket {\n        id\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').OpenMyTicketDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeMyLanguage($input: ChangeMyLanguageInput!) {\n    changeMyLanguage(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeMyLanguageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitRequest($input: SubmitRequestInput!) {\n    submitRequest(input: $input) {\n      request {\n        number\n        trackingUrl\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').SubmitRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrackedRequest($token: String!) {\n    trackedRequest(token: $token) {\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      canReply\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').TrackedRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) {\n    replyToRequest(input: $input) {\n      request {\n        number\n        subject\n        status\n        createdAt\n        updatedAt\n        canReply\n        messages {\n          id\n          fromCustomer\n          authorName\n          body\n          createdAt\n          files {\n            name\n            size\n            url\n          }\n        }\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').ReplyToRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToMyTicket($input: ReplyToMyTicketInput!) {\n    replyToMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').ReplyToMyTicketDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseMyTicket($input: CloseMyTicketInput!) {\n    closeMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').CloseMyTicketDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenMyTicket($input: ReopenMyTicketInput!) {\n    reopenMyTicket(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').ReopenMyTicketDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkMyTicketRead($input: MarkMyTicketReadInput!) {\n    markMyTicketRead(input: $input) {\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').MarkMyTicketReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Portal {\n    portal {\n      companyName\n      maxFileBytes\n      maxFiles\n    }\n    me {\n      address\n      name\n      customers {\n        id\n        name\n        language\n        timeZone\n        preferredContactMethod\n      }\n      sessions {\n        id\n        current\n        userAgent\n        lastSeenAt\n      }\n    }\n  }\n"): typeof import('./graphql').PortalDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
