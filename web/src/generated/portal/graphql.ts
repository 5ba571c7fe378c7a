/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant in RFC 3339 form; written in UTC with milliseconds, as in `2026-11-22T08:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A whole number of 64 bits. */
  Long: { input: number; output: number; }
};

export type ChangeMyLanguageInput = {
  language: Scalars['String']['input'];
};

export type ChangeMyLanguagePayload = {
  __typename?: 'ChangeMyLanguagePayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  me?: Maybe<Me>;
};

export type CloseMyTicketInput = {
  ticketId: Scalars['ID']['input'];
};

export type CloseMyTicketPayload = {
  __typename?: 'CloseMyTicketPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  ticket?: Maybe<MyTicket>;
};

/** Somebody else changed it first. */
export type ConflictError = Error & {
  __typename?: 'ConflictError';
  code: Scalars['String']['output'];
  /** The version now stored. */
  currentVersion?: Maybe<Scalars['Long']['output']>;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ContactMethod =
  | 'EMAIL'
  | 'PHONE'
  | 'POST'
  | 'SMS'
  | 'WHATSAPP';

/** An expected error of a mutation. */
export type Error = {
  /** A stable word for programs. */
  code: Scalars['String']['output'];
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** Where in the input the mistake is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A value is wrong; path names the field. */
export type InputError = Error & {
  __typename?: 'InputError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type MarkMyTicketReadInput = {
  ticketId: Scalars['ID']['input'];
  until: Scalars['DateTime']['input'];
};

export type MarkMyTicketReadPayload = {
  __typename?: 'MarkMyTicketReadPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  ticket?: Maybe<MyTicket>;
};

/** Who is signed in. */
export type Me = {
  __typename?: 'Me';
  address: Scalars['String']['output'];
  customers: Array<MyCustomer>;
  name: Scalars['String']['output'];
  sessions: Array<MySession>;
};

export type Mutation = {
  __typename?: 'Mutation';
  changeMyLanguage: ChangeMyLanguagePayload;
  closeMyTicket: CloseMyTicketPayload;
  markMyTicketRead: MarkMyTicketReadPayload;
  openMyTicket: OpenMyTicketPayload;
  reopenMyTicket: ReopenMyTicketPayload;
  replyToMyTicket: ReplyToMyTicketPayload;
  replyToRequest: ReplyToRequestPayload;
  submitRequest: SubmitRequestPayload;
};


export type MutationChangeMyLanguageArgs = {
  input: ChangeMyLanguageInput;
};


export type MutationCloseMyTicketArgs = {
  input: CloseMyTicketInput;
};


export type MutationMarkMyTicketReadArgs = {
  input: MarkMyTicketReadInput;
};


export type MutationOpenMyTicketArgs = {
  input: OpenMyTicketInput;
};


export type MutationReopenMyTicketArgs = {
  input: ReopenMyTicketInput;
};


export type MutationReplyToMyTicketArgs = {
  input: ReplyToMyTicketInput;
};


export type MutationReplyToRequestArgs = {
  input: ReplyToRequestInput;
};


export type MutationSubmitRequestArgs = {
  input: SubmitRequestInput;
};

/** A customer for whom the session speaks. */
export type MyCustomer = {
  __typename?: 'MyCustomer';
  id: Scalars['ID']['output'];
  language?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  preferredContactMethod?: Maybe<ContactMethod>;
  timeZone?: Maybe<Scalars['String']['output']>;
};

/** A browser that is signed in with the same address. */
export type MySession = {
  __typename?: 'MySession';
  createdAt: Scalars['DateTime']['output'];
  current: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  lastSeenAt: Scalars['DateTime']['output'];
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** A request of who is signed in. */
export type MyTicket = {
  __typename?: 'MyTicket';
  canClose: Scalars['Boolean']['output'];
  canReopen: Scalars['Boolean']['output'];
  canReply: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Which of the customers the session speaks for. */
  customerId?: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  lastMessageFromCustomer: Scalars['Boolean']['output'];
  /** The newest 500, oldest first. */
  messages: Array<TrackedMessage>;
  number: Scalars['Long']['output'];
  /** The beginning of the last message. */
  preview: Scalars['String']['output'];
  status: RequestStatus;
  subject: Scalars['String']['output'];
  /** Whether we wrote last and markMyTicketRead was not called since. */
  unread: Scalars['Boolean']['output'];
  /** When somebody last wrote. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of MyTicket. */
export type MyTicketConnection = {
  __typename?: 'MyTicketConnection';
  edges: Array<MyTicketEdge>;
  nodes: Array<MyTicket>;
  pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One MyTicket of a connection with its cursor. */
export type MyTicketEdge = {
  __typename?: 'MyTicketEdge';
  cursor: Scalars['String']['output'];
  node: MyTicket;
};

export type MyTicketState =
  | 'CLOSED'
  | 'OPEN';

/** The caller may not do this. */
export type NotAllowedError = Error & {
  __typename?: 'NotAllowedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** It does not exist, or the caller may not see it. */
export type NotFoundError = Error & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type OpenMyTicketInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  fileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  subject: Scalars['String']['input'];
  text: Scalars['String']['input'];
};

export type OpenMyTicketPayload = {
  __typename?: 'OpenMyTicketPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  ticket?: Maybe<MyTicket>;
};

/** Whether there is more of a connection, and the cursors of both ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Portal = {
  __typename?: 'Portal';
  companyName: Scalars['String']['output'];
  maxFileBytes: Scalars['Long']['output'];
  maxFiles: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Null when nobody is signed in. */
  me?: Maybe<Me>;
  /** Null when there is none, or it is somebody else's. */
  myTicket?: Maybe<MyTicket>;
  /** Requests of who is signed in, those with the latest messages first. */
  myTickets?: Maybe<MyTicketConnection>;
  portal: Portal;
  /** The request behind a tracking link; null when the token is unknown. */
  trackedRequest?: Maybe<TrackedRequest>;
};


export type QueryMyTicketArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMyTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<MyTicketState>;
};


export type QueryTrackedRequestArgs = {
  token: Scalars['String']['input'];
};

export type ReopenMyTicketInput = {
  ticketId: Scalars['ID']['input'];
};

export type ReopenMyTicketPayload = {
  __typename?: 'ReopenMyTicketPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  ticket?: Maybe<MyTicket>;
};

export type ReplyToMyTicketInput = {
  fileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  text: Scalars['String']['input'];
  ticketId: Scalars['ID']['input'];
};

export type ReplyToMyTicketPayload = {
  __typename?: 'ReplyToMyTicketPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  ticket?: Maybe<MyTicket>;
};

export type ReplyToRequestInput = {
  fileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  text: Scalars['String']['input'];
  token: Scalars['String']['input'];
};

export type ReplyToRequestPayload = {
  __typename?: 'ReplyToRequestPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  request?: Maybe<TrackedRequest>;
};

export type RequestStatus =
  | 'CLOSED'
  | 'IN_PROGRESS'
  | 'RECEIVED'
  | 'SOLVED'
  | 'WAITING_FOR_YOU';

/** A rule forbids it; code says which. */
export type RuleBrokenError = Error & {
  __typename?: 'RuleBrokenError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type SubmitRequestInput = {
  email: Scalars['String']['input'];
  fileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  language?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  subject: Scalars['String']['input'];
  text: Scalars['String']['input'];
  website?: InputMaybe<Scalars['String']['input']>;
};

export type SubmitRequestPayload = {
  __typename?: 'SubmitRequestPayload';
  /** Why nothing was changed; empty on success. */
  errors: Array<Error>;
  request?: Maybe<SubmittedRequest>;
};

export type SubmittedRequest = {
  __typename?: 'SubmittedRequest';
  number: Scalars['Long']['output'];
  trackingUrl: Scalars['String']['output'];
};

export type TrackedFile = {
  __typename?: 'TrackedFile';
  name: Scalars['String']['output'];
  size: Scalars['Long']['output'];
  url: Scalars['String']['output'];
};

export type TrackedMessage = {
  __typename?: 'TrackedMessage';
  authorName: Scalars['String']['output'];
  body: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  files: Array<TrackedFile>;
  fromCustomer: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
};

/** A request behind its tracking link. */
export type TrackedRequest = {
  __typename?: 'TrackedRequest';
  canReply: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  messages: Array<TrackedMessage>;
  number: Scalars['Long']['output'];
  status: RequestStatus;
  subject: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

/** An expected error that needs no type of its own. */
export type UserError = Error & {
  __typename?: 'UserError';
  /** A stable word for programs. */
  code: Scalars['String']['output'];
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** Where in the input the mistake is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type MyTicketQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type MyTicketQuery = { __typename?: 'Query', myTicket?: { __typename?: 'MyTicket', id: string, number: number, subject: string, status: RequestStatus, createdAt: string, updatedAt: string, unread: boolean, customerId?: string | null, canReply: boolean, canClose: boolean, canReopen: boolean, messages: Array<{ __typename?: 'TrackedMessage', id: string, fromCustomer: boolean, authorName: string, body: string, createdAt: string, files: Array<{ __typename?: 'TrackedFile', name: string, size: number, url: string }> }> } | null };

export type MyTicketsQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<MyTicketState>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type MyTicketsQuery = { __typename?: 'Query', myTickets?: { __typename?: 'MyTicketConnection', nodes: Array<{ __typename?: 'MyTicket', id: string, number: number, subject: string, status: RequestStatus, preview: string, updatedAt: string, lastMessageFromCustomer: boolean, unread: boolean, customerId?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } | null };

export type OpenMyTicketMutationVariables = Exact<{
  input: OpenMyTicketInput;
}>;


export type OpenMyTicketMutation = { __typename?: 'Mutation', openMyTicket: { __typename?: 'OpenMyTicketPayload', ticket?: { __typename?: 'MyTicket', id: string } | null, errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type ChangeMyLanguageMutationVariables = Exact<{
  input: ChangeMyLanguageInput;
}>;


export type ChangeMyLanguageMutation = { __typename?: 'Mutation', changeMyLanguage: { __typename?: 'ChangeMyLanguagePayload', errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type SubmitRequestMutationVariables = Exact<{
  input: SubmitRequestInput;
}>;


export type SubmitRequestMutation = { __typename?: 'Mutation', submitRequest: { __typename?: 'SubmitRequestPayload', request?: { __typename?: 'SubmittedRequest', number: number, trackingUrl: string } | null, errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type TrackedRequestQueryVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type TrackedRequestQuery = { __typename?: 'Query', trackedRequest?: { __typename?: 'TrackedRequest', number: number, subject: string, status: RequestStatus, createdAt: string, updatedAt: string, canReply: boolean, messages: Array<{ __typename?: 'TrackedMessage', id: string, fromCustomer: boolean, authorName: string, body: string, createdAt: string, files: Array<{ __typename?: 'TrackedFile', name: string, size: number, url: string }> }> } | null };

export type ReplyToRequestMutationVariables = Exact<{
  input: ReplyToRequestInput;
}>;


export type ReplyToRequestMutation = { __typename?: 'Mutation', replyToRequest: { __typename?: 'ReplyToRequestPayload', request?: { __typename?: 'TrackedRequest', number: number, subject: string, status: RequestStatus, createdAt: string, updatedAt: string, canReply: boolean, messages: Array<{ __typename?: 'TrackedMessage', id: string, fromCustomer: boolean, authorName: string, body: string, createdAt: string, files: Array<{ __typename?: 'TrackedFile', name: string, size: number, url: string }> }> } | null, errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type ReplyToMyTicketMutationVariables = Exact<{
  input: ReplyToMyTicketInput;
}>;


export type ReplyToMyTicketMutation = { __typename?: 'Mutation', replyToMyTicket: { __typename?: 'ReplyToMyTicketPayload', errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type CloseMyTicketMutationVariables = Exact<{
  input: CloseMyTicketInput;
}>;


export type CloseMyTicketMutation = { __typename?: 'Mutation', closeMyTicket: { __typename?: 'CloseMyTicketPayload', errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type ReopenMyTicketMutationVariables = Exact<{
  input: ReopenMyTicketInput;
}>;


export type ReopenMyTicketMutation = { __typename?: 'Mutation', reopenMyTicket: { __typename?: 'ReopenMyTicketPayload', errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type MarkMyTicketReadMutationVariables = Exact<{
  input: MarkMyTicketReadInput;
}>;


export type MarkMyTicketReadMutation = { __typename?: 'Mutation', markMyTicketRead: { __typename?: 'MarkMyTicketReadPayload', errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { __typename?: 'Query', portal: { __typename?: 'Portal', companyName: string, maxFileBytes: number, maxFiles: number }, me?: { __typename?: 'Me', address: string, name: string, customers: Array<{ __typename?: 'MyCustomer', id: string, name: string, language?: string | null, timeZone?: string | null, preferredContactMethod?: ContactMethod | null }>, sessions: Array<{ __typename?: 'MySession', id: string, current: boolean, userAgent?: string | null, lastSeenAt: string }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MyTicketDocument = new TypedDocumentString(`
    query MyTicket($id: ID!) {
  myTicket(id: $id) {
    id
    number
    subject
    status
    createdAt
    updatedAt
    unread
    customerId
    canReply
    canClose
    canReopen
    messages {
      id
      fromCustomer
      authorName
      body
      createdAt
      files {
        name
        size
        url
      }
    }
  }
}
    `, {"hash":"b8fd8f4e9286657fab7964109027833d1e24bcf27629e9c254be185158e623b8"}) as unknown as TypedDocumentString<MyTicketQuery, MyTicketQueryVariables>;
export const MyTicketsDocument = new TypedDocumentString(`
    query MyTickets($search: String, $state: MyTicketState, $first: Int!, $after: String) {
  myTickets(search: $search, state: $state, first: $first, after: $after) {
    nodes {
      id
      number
      subject
      status
      preview
      updatedAt
      lastMessageFromCustomer
      unread
      customerId
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"e99eda2674c92ae06ee57be580b70dc662c34697a6d7dc2090d32b1e2a7bbf77"}) as unknown as TypedDocumentString<MyTicketsQuery, MyTicketsQueryVariables>;
export const OpenMyTicketDocument = new TypedDocumentString(`
    mutation OpenMyTicket($input: OpenMyTicketInput!) {
  openMyTicket(input: $input) {
    ticket {
      id
    }
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"d95ec72c4161d7a7aa6b617332b535e12ae3a300db446703da4eacf73fc38bee"}) as unknown as TypedDocumentString<OpenMyTicketMutation, OpenMyTicketMutationVariables>;
export const ChangeMyLanguageDocument = new TypedDocumentString(`
    mutation ChangeMyLanguage($input: ChangeMyLanguageInput!) {
  changeMyLanguage(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"8c3135be77251d482c904458ca8ac5a0aef5bb856b4d459a8a09fb53aa1c1598"}) as unknown as TypedDocumentString<ChangeMyLanguageMutation, ChangeMyLanguageMutationVariables>;
export const SubmitRequestDocument = new TypedDocumentString(`
    mutation SubmitRequest($input: SubmitRequestInput!) {
  submitRequest(input: $input) {
    request {
      number
      trackingUrl
    }
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"317d4b6250c67c5756aabc83f286e032bf92ffecf4e9aa043caa4ea1be9f8966"}) as unknown as TypedDocumentString<SubmitRequestMutation, SubmitRequestMutationVariables>;
export const TrackedRequestDocument = new TypedDocumentString(`
    query TrackedRequest($token: String!) {
  trackedRequest(token: $token) {
    number
    subject
    status
    createdAt
    updatedAt
    canReply
    messages {
      id
      fromCustomer
      authorName
      body
      createdAt
      files {
        name
        size
        url
      }
    }
  }
}
    `, {"hash":"5a389d4efe012937f8590c0b470ceee4cc461c0646a037c0bd03a358da127747"}) as unknown as TypedDocumentString<TrackedRequestQuery, TrackedRequestQueryVariables>;
export const ReplyToRequestDocument = new TypedDocumentString(`
    mutation ReplyToRequest($input: ReplyToRequestInput!) {
  replyToRequest(input: $input) {
    request {
      number
      subject
      status
      createdAt
      updatedAt
      canReply
      messages {
        id
        fromCustomer
        authorName
        body
        createdAt
        files {
          name
          size
          url
        }
      }
    }
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"c9f44d114b351847d9431eb1fbffee1aa23b112ac40eecf75057b351624cfdf3"}) as unknown as TypedDocumentString<ReplyToRequestMutation, ReplyToRequestMutationVariables>;
export const ReplyToMyTicketDocument = new TypedDocumentString(`
    mutation ReplyToMyTicket($input: ReplyToMyTicketInput!) {
  replyToMyTicket(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"65eb347ae24518e169dc0dc59739e7bda6ff2ccbd2d7d1f25e945585f0554a49"}) as unknown as TypedDocumentString<ReplyToMyTicketMutation, ReplyToMyTicketMutationVariables>;
export const CloseMyTicketDocument = new TypedDocumentString(`
    mutation CloseMyTicket($input: CloseMyTicketInput!) {
  closeMyTicket(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"61c201e5441272e1b4ecb78dbbe9cdfc61906fbd8ff7f4161f1669f795b0c336"}) as unknown as TypedDocumentString<CloseMyTicketMutation, CloseMyTicketMutationVariables>;
export const ReopenMyTicketDocument = new TypedDocumentString(`
    mutation ReopenMyTicket($input: ReopenMyTicketInput!) {
  reopenMyTicket(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"5ac6656a7ff11f0721816a568d404c16fcccdbf374d45d77085537432717a258"}) as unknown as TypedDocumentString<ReopenMyTicketMutation, ReopenMyTicketMutationVariables>;
export const MarkMyTicketReadDocument = new TypedDocumentString(`
    mutation MarkMyTicketRead($input: MarkMyTicketReadInput!) {
  markMyTicketRead(input: $input) {
    errors {
      code
      message
      path
    }
  }
}
    `, {"hash":"fbea57885059c9ffd1f0c95f027421bcd60ce823c92b14e90f2d6840bb23d665"}) as unknown as TypedDocumentString<MarkMyTicketReadMutation, MarkMyTicketReadMutationVariables>;
export const PortalDocument = new TypedDocumentString(`
    query Portal {
  portal {
    companyName
    maxFileBytes
    maxFiles
  }
  me {
    address
    name
    customers {
      id
      name
      language
      timeZone
      preferredContactMethod
    }
    sessions {
      id
      current
      userAgent
      lastSeenAt
    }
  }
}
    `, {"hash":"78ddf4e18ad79f993c5b4e594c6ced9776a6a1901c53d68c6efba8faf720a92e"}) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;