/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

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
    "\n  query CustomerPicker($search: String, $filter: CustomerFilter) {\n    customers(search: $search, filter: $filter, first: 12) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n": typeof types.CustomerPickerDocument,
    "\n  query CustomerPicked($id: ID!) {\n    customer(id: $id) {\n      id\n      displayName\n      primaryEmail\n    }\n  }\n": typeof types.CustomerPickedDocument,
    "\n  subscription TicketChanged {\n    ticketChanged {\n      ticketId\n      ticket {\n        ...TicketRow\n      }\n    }\n  }\n": typeof types.TicketChangedDocument,
    "\n  query TicketTags {\n    ticketTags\n  }\n": typeof types.TicketTagsDocument,
    "\n  fragment TicketRow on Ticket {\n    id\n    version\n    number\n    subject\n    status\n    priority\n    tags\n    customerName\n    preview\n    messageCount\n    lastMessageAt\n    lastMessageFromCustomer\n    updatedAt\n    createdAt\n    dueAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n  }\n": typeof types.TicketRowFragmentDoc,
    "\n  query TicketViews {\n    ticketViews {\n      key\n      count\n    }\n  }\n": typeof types.TicketViewsDocument,
    "\n  fragment TicketActionTarget on Ticket {\n    id\n    number\n    status\n  }\n": typeof types.TicketActionTargetFragmentDoc,
    "\n  query Inbox($search: String, $filter: TicketFilter, $order: TicketOrder, $first: Int!, $after: String) {\n    tickets(search: $search, filter: $filter, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        number\n        ...TicketRow\n        ...TicketActionTarget\n      }\n    }\n  }\n": typeof types.InboxDocument,
    "\n  mutation AddTicketNote($input: AddTicketNoteInput!) {\n    addTicketNote(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.AddTicketNoteDocument,
    "\n  mutation AssignTicket($input: AssignTicketInput!) {\n    assignTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.AssignTicketDocument,
    "\n  mutation ChangeTicketStatus($input: ChangeTicketStatusInput!) {\n    changeTicketStatus(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.ChangeTicketStatusDocument,
    "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.CreateTicketDocument,
    "\n  mutation FollowTicket($input: FollowTicketInput!) {\n    followTicket(input: $input) {\n      ticket {\n        id\n        viewerFollows\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.FollowTicketDocument,
    "\n  mutation ReopenTicket($input: ReopenTicketInput!) {\n    reopenTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.ReopenTicketDocument,
    "\n  mutation ReplyToTicket($input: ReplyToTicketInput!) {\n    replyToTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.ReplyToTicketDocument,
    "\n  mutation SolveTicket($input: SolveTicketInput!) {\n    solveTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.SolveTicketDocument,
    "\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        id\n        version\n        updatedAt\n        subject\n        priority\n        type\n        tags\n        dueAt\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.UpdateTicketDocument,
    "\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      tickets {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": typeof types.UpdateTicketsDocument,
    "\n  query People {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        active\n      }\n    }\n    teams {\n      id\n      name\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  fragment ComposerTicket on Ticket {\n    id\n    status\n    customerName\n  }\n": typeof types.ComposerTicketFragmentDoc,
    "\n  query ConflictHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 20) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n": typeof types.ConflictHistoryDocument,
    "\n  query TicketHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 100) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n": typeof types.TicketHistoryDocument,
    "\n  fragment CustomerCard on Customer {\n    id\n    kind\n    displayName\n    jobTitle\n    company {\n      id\n      displayName\n    }\n    primaryEmail\n    primaryPhone\n    language\n    tags\n    owner {\n      id\n      name\n    }\n    orderCount\n    revenue {\n      amountMinor\n      currency\n    }\n    openTicketCount\n    orders(first: 3) {\n      nodes {\n        id\n        number\n        placedAt\n        status\n        summary\n        total {\n          amountMinor\n          currency\n        }\n      }\n    }\n    tickets(first: 6) {\n      nodes {\n        id\n        number\n        subject\n        status\n      }\n    }\n  }\n": typeof types.CustomerCardFragmentDoc,
    "\n  fragment HistoryItem on HistoryEntry {\n    id\n    at\n    actorName\n    action\n    changes {\n      field\n      from\n      to\n    }\n  }\n": typeof types.HistoryItemFragmentDoc,
    "\n  fragment MessageItem on Message {\n    id\n    kind\n    authorKind\n    authorName\n    body\n    channel\n    createdAt\n    files {\n      id\n      name\n      size\n      contentType\n      url\n    }\n  }\n": typeof types.MessageItemFragmentDoc,
    "\n  fragment OpenTicket on Ticket {\n    id\n    version\n    number\n    subject\n    updatedAt\n    customerName\n    ...TicketHeader\n    ...TicketProperties\n    ...ComposerTicket\n    customer {\n      id\n      ...CustomerCard\n    }\n  }\n": typeof types.OpenTicketFragmentDoc,
    "\n  fragment TicketHeader on Ticket {\n    id\n    number\n    subject\n    status\n    viewerFollows\n    trackingUrl\n  }\n": typeof types.TicketHeaderFragmentDoc,
    "\n  query TicketByNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      ...OpenTicket\n    }\n  }\n": typeof types.TicketByNumberDocument,
    "\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      ...OpenTicket\n    }\n  }\n": typeof types.TicketByIdDocument,
    "\n  fragment TicketProperties on Ticket {\n    id\n    version\n    status\n    priority\n    type\n    channel\n    tags\n    dueAt\n    createdAt\n    updatedAt\n    firstRespondedAt\n    solvedAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n    followers {\n      id\n      name\n    }\n  }\n": typeof types.TicketPropertiesFragmentDoc,
    "\n  query TagChoices {\n    ticketTags\n  }\n": typeof types.TagChoicesDocument,
    "\n  query Messages($ticketId: ID!, $last: Int!, $before: String) {\n    ticket(id: $ticketId) {\n      id\n      messages(last: $last, before: $before) {\n        totalCount\n        pageInfo {\n          hasPreviousPage\n          startCursor\n        }\n        nodes {\n          id\n          createdAt\n          ...MessageItem\n        }\n      }\n    }\n  }\n": typeof types.MessagesDocument,
    "\n  query PaletteSearch($search: String!, $tickets: Boolean!, $customers: Boolean!) {\n    tickets(search: $search, first: 6) @include(if: $tickets) {\n      nodes {\n        id\n        number\n        subject\n        status\n        customerName\n      }\n    }\n    customers(search: $search, first: 6) @include(if: $customers) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n": typeof types.PaletteSearchDocument,
    "\n  query PaletteNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      id\n      number\n      subject\n      status\n      customerName\n    }\n  }\n": typeof types.PaletteNumberDocument,
};
const documents: Documents = {
    "\n  query CustomerPicker($search: String, $filter: CustomerFilter) {\n    customers(search: $search, filter: $filter, first: 12) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n": types.CustomerPickerDocument,
    "\n  query CustomerPicked($id: ID!) {\n    customer(id: $id) {\n      id\n      displayName\n      primaryEmail\n    }\n  }\n": types.CustomerPickedDocument,
    "\n  subscription TicketChanged {\n    ticketChanged {\n      ticketId\n      ticket {\n        ...TicketRow\n      }\n    }\n  }\n": types.TicketChangedDocument,
    "\n  query TicketTags {\n    ticketTags\n  }\n": types.TicketTagsDocument,
    "\n  fragment TicketRow on Ticket {\n    id\n    version\n    number\n    subject\n    status\n    priority\n    tags\n    customerName\n    preview\n    messageCount\n    lastMessageAt\n    lastMessageFromCustomer\n    updatedAt\n    createdAt\n    dueAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n  }\n": types.TicketRowFragmentDoc,
    "\n  query TicketViews {\n    ticketViews {\n      key\n      count\n    }\n  }\n": types.TicketViewsDocument,
    "\n  fragment TicketActionTarget on Ticket {\n    id\n    number\n    status\n  }\n": types.TicketActionTargetFragmentDoc,
    "\n  query Inbox($search: String, $filter: TicketFilter, $order: TicketOrder, $first: Int!, $after: String) {\n    tickets(search: $search, filter: $filter, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        number\n        ...TicketRow\n        ...TicketActionTarget\n      }\n    }\n  }\n": types.InboxDocument,
    "\n  mutation AddTicketNote($input: AddTicketNoteInput!) {\n    addTicketNote(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.AddTicketNoteDocument,
    "\n  mutation AssignTicket($input: AssignTicketInput!) {\n    assignTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.AssignTicketDocument,
    "\n  mutation ChangeTicketStatus($input: ChangeTicketStatusInput!) {\n    changeTicketStatus(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.ChangeTicketStatusDocument,
    "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.CreateTicketDocument,
    "\n  mutation FollowTicket($input: FollowTicketInput!) {\n    followTicket(input: $input) {\n      ticket {\n        id\n        viewerFollows\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.FollowTicketDocument,
    "\n  mutation ReopenTicket($input: ReopenTicketInput!) {\n    reopenTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.ReopenTicketDocument,
    "\n  mutation ReplyToTicket($input: ReplyToTicketInput!) {\n    replyToTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.ReplyToTicketDocument,
    "\n  mutation SolveTicket($input: SolveTicketInput!) {\n    solveTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.SolveTicketDocument,
    "\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        id\n        version\n        updatedAt\n        subject\n        priority\n        type\n        tags\n        dueAt\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.UpdateTicketDocument,
    "\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      tickets {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n": types.UpdateTicketsDocument,
    "\n  query People {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        active\n      }\n    }\n    teams {\n      id\n      name\n    }\n  }\n": types.PeopleDocument,
    "\n  fragment ComposerTicket on Ticket {\n    id\n    status\n    customerName\n  }\n": types.ComposerTicketFragmentDoc,
    "\n  query ConflictHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 20) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n": types.ConflictHistoryDocument,
    "\n  query TicketHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 100) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n": types.TicketHistoryDocument,
    "\n  fragment CustomerCard on Customer {\n    id\n    kind\n    displayName\n    jobTitle\n    company {\n      id\n      displayName\n    }\n    primaryEmail\n    primaryPhone\n    language\n    tags\n    owner {\n      id\n      name\n    }\n    orderCount\n    revenue {\n      amountMinor\n      currency\n    }\n    openTicketCount\n    orders(first: 3) {\n      nodes {\n        id\n        number\n        placedAt\n        status\n        summary\n        total {\n          amountMinor\n          currency\n        }\n      }\n    }\n    tickets(first: 6) {\n      nodes {\n        id\n        number\n        subject\n        status\n      }\n    }\n  }\n": types.CustomerCardFragmentDoc,
    "\n  fragment HistoryItem on HistoryEntry {\n    id\n    at\n    actorName\n    action\n    changes {\n      field\n      from\n      to\n    }\n  }\n": types.HistoryItemFragmentDoc,
    "\n  fragment MessageItem on Message {\n    id\n    kind\n    authorKind\n    authorName\n    body\n    channel\n    createdAt\n    files {\n      id\n      name\n      size\n      contentType\n      url\n    }\n  }\n": types.MessageItemFragmentDoc,
    "\n  fragment OpenTicket on Ticket {\n    id\n    version\n    number\n    subject\n    updatedAt\n    customerName\n    ...TicketHeader\n    ...TicketProperties\n    ...ComposerTicket\n    customer {\n      id\n      ...CustomerCard\n    }\n  }\n": types.OpenTicketFragmentDoc,
    "\n  fragment TicketHeader on Ticket {\n    id\n    number\n    subject\n    status\n    viewerFollows\n    trackingUrl\n  }\n": types.TicketHeaderFragmentDoc,
    "\n  query TicketByNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      ...OpenTicket\n    }\n  }\n": types.TicketByNumberDocument,
    "\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      ...OpenTicket\n    }\n  }\n": types.TicketByIdDocument,
    "\n  fragment TicketProperties on Ticket {\n    id\n    version\n    status\n    priority\n    type\n    channel\n    tags\n    dueAt\n    createdAt\n    updatedAt\n    firstRespondedAt\n    solvedAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n    followers {\n      id\n      name\n    }\n  }\n": types.TicketPropertiesFragmentDoc,
    "\n  query TagChoices {\n    ticketTags\n  }\n": types.TagChoicesDocument,
    "\n  query Messages($ticketId: ID!, $last: Int!, $before: String) {\n    ticket(id: $ticketId) {\n      id\n      messages(last: $last, before: $before) {\n        totalCount\n        pageInfo {\n          hasPreviousPage\n          startCursor\n        }\n        nodes {\n          id\n          createdAt\n          ...MessageItem\n        }\n      }\n    }\n  }\n": types.MessagesDocument,
    "\n  query PaletteSearch($search: String!, $tickets: Boolean!, $customers: Boolean!) {\n    tickets(search: $search, first: 6) @include(if: $tickets) {\n      nodes {\n        id\n        number\n        subject\n        status\n        customerName\n      }\n    }\n    customers(search: $search, first: 6) @include(if: $customers) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n": types.PaletteSearchDocument,
    "\n  query PaletteNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      id\n      number\n      subject\n      status\n      customerName\n    }\n  }\n": types.PaletteNumberDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomerPicker($search: String, $filter: CustomerFilter) {\n    customers(search: $search, filter: $filter, first: 12) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n"): (typeof documents)["\n  query CustomerPicker($search: String, $filter: CustomerFilter) {\n    customers(search: $search, filter: $filter, first: 12) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomerPicked($id: ID!) {\n    customer(id: $id) {\n      id\n      displayName\n      primaryEmail\n    }\n  }\n"): (typeof documents)["\n  query CustomerPicked($id: ID!) {\n    customer(id: $id) {\n      id\n      displayName\n      primaryEmail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TicketChanged {\n    ticketChanged {\n      ticketId\n      ticket {\n        ...TicketRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TicketChanged {\n    ticketChanged {\n      ticketId\n      ticket {\n        ...TicketRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketTags {\n    ticketTags\n  }\n"): (typeof documents)["\n  query TicketTags {\n    ticketTags\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketRow on Ticket {\n    id\n    version\n    number\n    subject\n    status\n    priority\n    tags\n    customerName\n    preview\n    messageCount\n    lastMessageAt\n    lastMessageFromCustomer\n    updatedAt\n    createdAt\n    dueAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TicketRow on Ticket {\n    id\n    version\n    number\n    subject\n    status\n    priority\n    tags\n    customerName\n    preview\n    messageCount\n    lastMessageAt\n    lastMessageFromCustomer\n    updatedAt\n    createdAt\n    dueAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketViews {\n    ticketViews {\n      key\n      count\n    }\n  }\n"): (typeof documents)["\n  query TicketViews {\n    ticketViews {\n      key\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketActionTarget on Ticket {\n    id\n    number\n    status\n  }\n"): (typeof documents)["\n  fragment TicketActionTarget on Ticket {\n    id\n    number\n    status\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inbox($search: String, $filter: TicketFilter, $order: TicketOrder, $first: Int!, $after: String) {\n    tickets(search: $search, filter: $filter, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        number\n        ...TicketRow\n        ...TicketActionTarget\n      }\n    }\n  }\n"): (typeof documents)["\n  query Inbox($search: String, $filter: TicketFilter, $order: TicketOrder, $first: Int!, $after: String) {\n    tickets(search: $search, filter: $filter, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        number\n        ...TicketRow\n        ...TicketActionTarget\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddTicketNote($input: AddTicketNoteInput!) {\n    addTicketNote(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddTicketNote($input: AddTicketNoteInput!) {\n    addTicketNote(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignTicket($input: AssignTicketInput!) {\n    assignTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AssignTicket($input: AssignTicketInput!) {\n    assignTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeTicketStatus($input: ChangeTicketStatusInput!) {\n    changeTicketStatus(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeTicketStatus($input: ChangeTicketStatusInput!) {\n    changeTicketStatus(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket {\n        id\n        number\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FollowTicket($input: FollowTicketInput!) {\n    followTicket(input: $input) {\n      ticket {\n        id\n        viewerFollows\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FollowTicket($input: FollowTicketInput!) {\n    followTicket(input: $input) {\n      ticket {\n        id\n        viewerFollows\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTicket($input: ReopenTicketInput!) {\n    reopenTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenTicket($input: ReopenTicketInput!) {\n    reopenTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToTicket($input: ReplyToTicketInput!) {\n    replyToTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplyToTicket($input: ReplyToTicketInput!) {\n    replyToTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      message {\n        id\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SolveTicket($input: SolveTicketInput!) {\n    solveTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SolveTicket($input: SolveTicketInput!) {\n    solveTicket(input: $input) {\n      ticket {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        id\n        version\n        updatedAt\n        subject\n        priority\n        type\n        tags\n        dueAt\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTicket($input: UpdateTicketInput!) {\n    updateTicket(input: $input) {\n      ticket {\n        id\n        version\n        updatedAt\n        subject\n        priority\n        type\n        tags\n        dueAt\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      tickets {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTickets($input: UpdateTicketsInput!) {\n    updateTickets(input: $input) {\n      tickets {\n        ...TicketRow\n        ...TicketProperties\n      }\n      errors {\n        __typename\n        code\n        message\n        path\n        ... on ConflictError {\n          currentVersion\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        active\n      }\n    }\n    teams {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  query People {\n    users(first: 100) {\n      nodes {\n        id\n        name\n        active\n      }\n    }\n    teams {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ComposerTicket on Ticket {\n    id\n    status\n    customerName\n  }\n"): (typeof documents)["\n  fragment ComposerTicket on Ticket {\n    id\n    status\n    customerName\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConflictHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 20) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ConflictHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 20) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 100) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TicketHistory($ticketId: ID!) {\n    ticket(id: $ticketId) {\n      id\n      history(first: 100) {\n        nodes {\n          id\n          at\n          ...HistoryItem\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CustomerCard on Customer {\n    id\n    kind\n    displayName\n    jobTitle\n    company {\n      id\n      displayName\n    }\n    primaryEmail\n    primaryPhone\n    language\n    tags\n    owner {\n      id\n      name\n    }\n    orderCount\n    revenue {\n      amountMinor\n      currency\n    }\n    openTicketCount\n    orders(first: 3) {\n      nodes {\n        id\n        number\n        placedAt\n        status\n        summary\n        total {\n          amountMinor\n          currency\n        }\n      }\n    }\n    tickets(first: 6) {\n      nodes {\n        id\n        number\n        subject\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CustomerCard on Customer {\n    id\n    kind\n    displayName\n    jobTitle\n    company {\n      id\n      displayName\n    }\n    primaryEmail\n    primaryPhone\n    language\n    tags\n    owner {\n      id\n      name\n    }\n    orderCount\n    revenue {\n      amountMinor\n      currency\n    }\n    openTicketCount\n    orders(first: 3) {\n      nodes {\n        id\n        number\n        placedAt\n        status\n        summary\n        total {\n          amountMinor\n          currency\n        }\n      }\n    }\n    tickets(first: 6) {\n      nodes {\n        id\n        number\n        subject\n        status\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryItem on HistoryEntry {\n    id\n    at\n    actorName\n    action\n    changes {\n      field\n      from\n      to\n    }\n  }\n"): (typeof documents)["\n  fragment HistoryItem on HistoryEntry {\n    id\n    at\n    actorName\n    action\n    changes {\n      field\n      from\n      to\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessageItem on Message {\n    id\n    kind\n    authorKind\n    authorName\n    body\n    channel\n    createdAt\n    files {\n      id\n      name\n      size\n      contentType\n      url\n    }\n  }\n"): (typeof documents)["\n  fragment MessageItem on Message {\n    id\n    kind\n    authorKind\n    authorName\n    body\n    channel\n    createdAt\n    files {\n      id\n      name\n      size\n      contentType\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpenTicket on Ticket {\n    id\n    version\n    number\n    subject\n    updatedAt\n    customerName\n    ...TicketHeader\n    ...TicketProperties\n    ...ComposerTicket\n    customer {\n      id\n      ...CustomerCard\n    }\n  }\n"): (typeof documents)["\n  fragment OpenTicket on Ticket {\n    id\n    version\n    number\n    subject\n    updatedAt\n    customerName\n    ...TicketHeader\n    ...TicketProperties\n    ...ComposerTicket\n    customer {\n      id\n      ...CustomerCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketHeader on Ticket {\n    id\n    number\n    subject\n    status\n    viewerFollows\n    trackingUrl\n  }\n"): (typeof documents)["\n  fragment TicketHeader on Ticket {\n    id\n    number\n    subject\n    status\n    viewerFollows\n    trackingUrl\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketByNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      ...OpenTicket\n    }\n  }\n"): (typeof documents)["\n  query TicketByNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      ...OpenTicket\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      ...OpenTicket\n    }\n  }\n"): (typeof documents)["\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      ...OpenTicket\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketProperties on Ticket {\n    id\n    version\n    status\n    priority\n    type\n    channel\n    tags\n    dueAt\n    createdAt\n    updatedAt\n    firstRespondedAt\n    solvedAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n    followers {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TicketProperties on Ticket {\n    id\n    version\n    status\n    priority\n    type\n    channel\n    tags\n    dueAt\n    createdAt\n    updatedAt\n    firstRespondedAt\n    solvedAt\n    assignee {\n      id\n      name\n    }\n    team {\n      id\n      name\n    }\n    followers {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TagChoices {\n    ticketTags\n  }\n"): (typeof documents)["\n  query TagChoices {\n    ticketTags\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Messages($ticketId: ID!, $last: Int!, $before: String) {\n    ticket(id: $ticketId) {\n      id\n      messages(last: $last, before: $before) {\n        totalCount\n        pageInfo {\n          hasPreviousPage\n          startCursor\n        }\n        nodes {\n          id\n          createdAt\n          ...MessageItem\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Messages($ticketId: ID!, $last: Int!, $before: String) {\n    ticket(id: $ticketId) {\n      id\n      messages(last: $last, before: $before) {\n        totalCount\n        pageInfo {\n          hasPreviousPage\n          startCursor\n        }\n        nodes {\n          id\n          createdAt\n          ...MessageItem\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteSearch($search: String!, $tickets: Boolean!, $customers: Boolean!) {\n    tickets(search: $search, first: 6) @include(if: $tickets) {\n      nodes {\n        id\n        number\n        subject\n        status\n        customerName\n      }\n    }\n    customers(search: $search, first: 6) @include(if: $customers) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteSearch($search: String!, $tickets: Boolean!, $customers: Boolean!) {\n    tickets(search: $search, first: 6) @include(if: $tickets) {\n      nodes {\n        id\n        number\n        subject\n        status\n        customerName\n      }\n    }\n    customers(search: $search, first: 6) @include(if: $customers) {\n      nodes {\n        id\n        displayName\n        primaryEmail\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      id\n      number\n      subject\n      status\n      customerName\n    }\n  }\n"): (typeof documents)["\n  query PaletteNumber($number: Long!) {\n    ticketByNumber(number: $number) {\n      id\n      number\n      subject\n      status\n      customerName\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;