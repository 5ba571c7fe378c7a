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
    "\n  query Portal {\n    portal {\n      companyName\n      maxFileBytes\n      maxFiles\n    }\n  }\n": typeof types.PortalDocument,
    "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) {\n    replyToRequest(input: $input) {\n      request {\n        number\n        subject\n        status\n        createdAt\n        updatedAt\n        canReply\n        messages {\n          id\n          fromCustomer\n          authorName\n          body\n          createdAt\n          files {\n            name\n            size\n            url\n          }\n        }\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ReplyToRequestDocument,
    "\n  mutation SubmitRequest($input: SubmitRequestInput!) {\n    submitRequest(input: $input) {\n      request {\n        number\n        trackingUrl\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.SubmitRequestDocument,
    "\n  query TrackedRequest($token: String!) {\n    trackedRequest(token: $token) {\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      canReply\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n": typeof types.TrackedRequestDocument,
};
const documents: Documents = {
    "\n  query Portal {\n    portal {\n      companyName\n      maxFileBytes\n      maxFiles\n    }\n  }\n": types.PortalDocument,
    "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) {\n    replyToRequest(input: $input) {\n      request {\n        number\n        subject\n        status\n        createdAt\n        updatedAt\n        canReply\n        messages {\n          id\n          fromCustomer\n          authorName\n          body\n          createdAt\n          files {\n            name\n            size\n            url\n          }\n        }\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ReplyToRequestDocument,
    "\n  mutation SubmitRequest($input: SubmitRequestInput!) {\n    submitRequest(input: $input) {\n      request {\n        number\n        trackingUrl\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.SubmitRequestDocument,
    "\n  query TrackedRequest($token: String!) {\n    trackedRequest(token: $token) {\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      canReply\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n": types.TrackedRequestDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Portal {\n    portal {\n      companyName\n      maxFileBytes\n      maxFiles\n    }\n  }\n"): typeof import('./graphql').PortalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) {\n    replyToRequest(input: $input) {\n      request {\n        number\n        subject\n        status\n        createdAt\n        updatedAt\n        canReply\n        messages {\n          id\n          fromCustomer\n          authorName\n          body\n          createdAt\n          files {\n            name\n            size\n            url\n          }\n        }\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').ReplyToRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitRequest($input: SubmitRequestInput!) {\n    submitRequest(input: $input) {\n      request {\n        number\n        trackingUrl\n      }\n      errors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql').SubmitRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrackedRequest($token: String!) {\n    trackedRequest(token: $token) {\n      number\n      subject\n      status\n      createdAt\n      updatedAt\n      canReply\n      messages {\n        id\n        fromCustomer\n        authorName\n        body\n        createdAt\n        files {\n          name\n          size\n          url\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').TrackedRequestDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
