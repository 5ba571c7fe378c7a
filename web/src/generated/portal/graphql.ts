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

/** Somebody else changed it first. */
export type ConflictError = Error & {
  __typename?: 'ConflictError';
  code: Scalars['String']['output'];
  /** The version now stored. */
  currentVersion?: Maybe<Scalars['Long']['output']>;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

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

export type Mutation = {
  __typename?: 'Mutation';
  replyToRequest: ReplyToRequestPayload;
  submitRequest: SubmitRequestPayload;
};


export type MutationReplyToRequestArgs = {
  input: ReplyToRequestInput;
};


export type MutationSubmitRequestArgs = {
  input: SubmitRequestInput;
};

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

export type Portal = {
  __typename?: 'Portal';
  companyName: Scalars['String']['output'];
  maxFileBytes: Scalars['Long']['output'];
  maxFiles: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  portal: Portal;
  /** The request behind a tracking link; null when the token is unknown. */
  trackedRequest?: Maybe<TrackedRequest>;
};


export type QueryTrackedRequestArgs = {
  token: Scalars['String']['input'];
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

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { __typename?: 'Query', portal: { __typename?: 'Portal', companyName: string, maxFileBytes: number, maxFiles: number } };

export type ReplyToRequestMutationVariables = Exact<{
  input: ReplyToRequestInput;
}>;


export type ReplyToRequestMutation = { __typename?: 'Mutation', replyToRequest: { __typename?: 'ReplyToRequestPayload', request?: { __typename?: 'TrackedRequest', number: number, subject: string, status: RequestStatus, createdAt: string, updatedAt: string, canReply: boolean, messages: Array<{ __typename?: 'TrackedMessage', id: string, fromCustomer: boolean, authorName: string, body: string, createdAt: string, files: Array<{ __typename?: 'TrackedFile', name: string, size: number, url: string }> }> } | null, errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type SubmitRequestMutationVariables = Exact<{
  input: SubmitRequestInput;
}>;


export type SubmitRequestMutation = { __typename?: 'Mutation', submitRequest: { __typename?: 'SubmitRequestPayload', request?: { __typename?: 'SubmittedRequest', number: number, trackingUrl: string } | null, errors: Array<{ __typename?: 'ConflictError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'InputError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotAllowedError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'NotFoundError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'RuleBrokenError', code: string, message: string, path?: Array<string> | null } | { __typename?: 'UserError', code: string, message: string, path?: Array<string> | null }> } };

export type TrackedRequestQueryVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type TrackedRequestQuery = { __typename?: 'Query', trackedRequest?: { __typename?: 'TrackedRequest', number: number, subject: string, status: RequestStatus, createdAt: string, updatedAt: string, canReply: boolean, messages: Array<{ __typename?: 'TrackedMessage', id: string, fromCustomer: boolean, authorName: string, body: string, createdAt: string, files: Array<{ __typename?: 'TrackedFile', name: string, size: number, url: string }> }> } | null };

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

export const PortalDocument = new TypedDocumentString(`
    query Portal {
  portal {
    companyName
    maxFileBytes
    maxFiles
  }
}
    `, {"hash":"68c7f1c1f07c6408f2c4762ebb4707528d3233b2174ac9690ebee5a650d33367"}) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;
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