// Apollo Client 4, set up as docs/graphql.md says.
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient as createSocket } from 'graphql-ws';
import WebSocket from 'ws';
import { assert, check, finish, whenDone } from './shared/checks.mjs';
import { bearer, openTicket, origin, rename, send, socketUrl, url } from './shared/server.mjs';
import { untilHeard } from './shared/listening.mjs';
import { socketClass } from './shared/socket.mjs';

// Apollo's link asks whether an error is one of the browser's sockets; Node.js 20 has no such class of its own.
globalThis.WebSocket ??= WebSocket;

const socket = createSocket({ url: socketUrl, webSocketImpl: socketClass(), retryAttempts: 0 });
whenDone(() => socket.dispose());

const newClient = (headers = bearer(), uri = url) => {
  const http = new HttpLink({ uri, headers });
  const live = new GraphQLWsLink(socket);
  return new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
    cache: new InMemoryCache({
      possibleTypes: { Error: ['InputError', 'RuleBrokenError', 'NotFoundError', 'NotAllowedError', 'ConflictError', 'UserError'] },
      typePolicies: { Query: { fields: { tickets: relayStylePagination(['search', 'filter', 'order']) } } },
    }),
  });
};

const ticketQuery = gql`query Ticket($id: ID!) { ticket(id: $id) { id number subject version customer { id displayName } } }`;
const nodeQuery = gql`query Node($id: ID!) { node(id: $id) { id ... on Ticket { subject } } }`;
const inbox = gql`
  query Inbox($after: String, $search: String) {
    tickets(first: 2, after: $after, search: $search, order: { by: CREATED_AT, direction: ASC }) { edges { node { id subject } } pageInfo { hasNextPage endCursor } }
  }`;
const update = gql`
  mutation Update($input: UpdateTicketInput!) {
    updateTicket(input: $input) { ticket { id subject version } errors { code message path ... on ConflictError { currentVersion } } }
  }`;
const watch = gql`subscription Watch($id: ID!) { ticketChanged(ticketId: $id) { ticketId ticket { id subject } } }`;

const ticket = await openTicket('Apollo asks');
const client = newClient();
whenDone(() => client.stop());

await check('a query with variables', async () => {
  const { data } = await client.query({ query: ticketQuery, variables: { id: ticket.id } });
  assert.equal(data.ticket.number, ticket.number);
  assert.equal(data.ticket.customer.displayName, 'Ada Byron');
});

await check('the cache keeps things under their global id', async () => {
  const stored = client.cache.extract()[`Ticket:${ticket.id}`];
  assert.equal(stored.subject, 'Apollo asks');
  assert.match(stored.customer.__ref, /^Customer:Customer_/);
});

await check('what is in the cache is not asked for again', async () => {
  await rename(ticket.id, 'Changed elsewhere');
  const { data } = await client.query({ query: ticketQuery, variables: { id: ticket.id } });
  assert.equal(data.ticket.subject, 'Apollo asks');
});

await check('node answers with the type of the id', async () => {
  const { data } = await client.query({ query: nodeQuery, variables: { id: ticket.id }, fetchPolicy: 'network-only' });
  assert.deepEqual(data.node, { __typename: 'Ticket', id: ticket.id, subject: 'Changed elsewhere' });
});

await check('a mutation changes what queries are showing', async () => {
  const watched = client.watchQuery({ query: ticketQuery, variables: { id: ticket.id } });
  const shown = new Promise((resolve) => watched.subscribe(({ data }) => data?.ticket?.subject === 'By Apollo' && resolve()));
  const { data } = await client.mutate({ mutation: update, variables: { input: { ticketId: ticket.id, subject: 'By Apollo' } } });
  assert.deepEqual(data.updateTicket.errors, []);
  await shown;
});

await check('typed errors of a mutation are data', async () => {
  const { data, error } = await client.mutate({ mutation: update, variables: { input: { ticketId: ticket.id, subject: '' } } });
  assert.equal(error, undefined);
  const [{ __typename, code, path }] = data.updateTicket.errors;
  assert.deepEqual({ __typename, code, path }, { __typename: 'InputError', code: 'INVALID_INPUT', path: ['subject'] });
});

await check('a conflict tells the current version', async () => {
  const { data } = await client.mutate({ mutation: update, variables: { input: { ticketId: ticket.id, subject: 'Late', expectedVersion: ticket.version } } });
  const [{ __typename, code, currentVersion }] = data.updateTicket.errors;
  assert.deepEqual([__typename, code], ['ConflictError', 'CONFLICT']);
  assert.ok(currentVersion > ticket.version);
});

await check('a mutation repeated under one key is run once', async () => {
  const context = { headers: { 'idempotency-key': `apollo-${ticket.id}` } };
  const mutation = gql`mutation Open($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } errors { code } } }`;
  const open = () => client.mutate({ mutation, variables: { input: { subject: 'Once', body: 'Only once.' } }, context, fetchPolicy: 'no-cache' });
  const [first, second] = [await open(), await open()];
  assert.match(first.data.createTicket.ticket.id, /^Ticket_/);
  assert.deepEqual(second.data, first.data);
});

await check('relayStylePagination joins pages', async () => {
  const search = `paged${ticket.number}`;
  for (let at = 1; at <= 5; at++) await openTicket(`${search} ${at}`);
  let { data } = await client.query({ query: inbox, variables: { search } });
  const pages = client.watchQuery({ query: inbox, variables: { search } });
  const subscription = pages.subscribe(() => {});
  while (data.tickets.pageInfo.hasNextPage) {
    await pages.fetchMore({ variables: { after: data.tickets.pageInfo.endCursor } });
    data = client.readQuery({ query: inbox, variables: { search } });
  }
  subscription.unsubscribe();
  assert.deepEqual(data.tickets.edges.map(({ node }) => node.subject), [1, 2, 3, 4, 5].map((at) => `${search} ${at}`));
});

await check('a subscription over GraphQLWsLink changes what queries are showing', async () => {
  const watched = client.watchQuery({ query: ticketQuery, variables: { id: ticket.id } });
  const showing = watched.subscribe(() => {});
  let listening;
  const first = new Promise((resolve) => (listening = resolve));
  const events = client.subscribe({ query: watch, variables: { id: ticket.id } }).subscribe(({ data }) => listening(data));
  await untilHeard((at) => rename(ticket.id, `Apollo listens, ${at}`), first);
  const shown = new Promise((resolve) => watched.subscribe(({ data }) => data?.ticket?.subject === 'Seen live' && resolve()));
  await rename(ticket.id, 'Seen live');
  await shown;
  events.unsubscribe();
  showing.unsubscribe();
});

await check('errors of a document are CombinedGraphQLErrors', async () => {
  await assert.rejects(client.query({ query: gql`{ nothing }` }), (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED');
});

await check('an error of one field leaves the others with errorPolicy all', async () => {
  const { data, error } = await newClient().query({ query: gql`{ viewer { id name } node(id: "nonsense") { id } }`, errorPolicy: 'all' });
  assert.equal(data.viewer.name, 'admin');
  assert.equal(data.node, null);
  assert.equal(error.errors[0].extensions.code, 'INVALID_ID');
});

await check('without a token fields answer NOT_SIGNED_IN', async () => {
  await assert.rejects(newClient({}).query({ query: ticketQuery, variables: { id: ticket.id } }), (error) => error.errors[0].extensions.code === 'NOT_SIGNED_IN');
});

await check('errors of a subscription arrive', async () => {
  const { error } = await new Promise((resolve, reject) =>
    client.subscribe({ query: watch, variables: { id: 'nonsense' } }).subscribe({ next: resolve, error: reject }));
  assert.equal(error.errors[0].extensions.code, 'INVALID_ID');
});

await check('an address that is not there is a ServerError', async () => {
  await assert.rejects(newClient(bearer(), `${origin}/graphql/nowhere`).query({ query: ticketQuery, variables: { id: ticket.id } }), (error) => ServerError.is(error) && error.statusCode === 404);
});

await check('queries by GET work with a token or the preflight header only', async () => {
  const get = (headers) => {
    const byGet = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url, headers, useGETForQueries: true }) });
    return byGet.query({ query: gql`{ __schema { queryType { name } } }` });
  };
  assert.equal((await get(bearer())).data.__schema.queryType.name, 'Query');
  assert.equal((await get({ 'graphql-preflight': '1' })).data.__schema.queryType.name, 'Query');
  await assert.rejects(get({}), (error) => error.errors[0].extensions.code === 'BAD_REQUEST');
});

await check('a query that is aborted ends at once and the client goes on', async () => {
  const cancel = new AbortController();
  const query = client.query({ query: inbox, fetchPolicy: 'network-only', context: { fetchOptions: { signal: cancel.signal } } });
  cancel.abort();
  await assert.rejects(query, { name: 'AbortError' });
  assert.equal((await send('{ __typename }')).data.__typename, 'Query');
});

await finish();
