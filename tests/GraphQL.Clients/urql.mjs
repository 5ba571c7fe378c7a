// urql, set up as docs/graphql.md says; once plain and once with Graphcache, which the console uses.
import { Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { getIntrospectionQuery } from 'graphql';
import { createClient as createSocket } from 'graphql-ws';
import { assert, check, finish, whenDone } from './shared/checks.mjs';
import { bearer, openTicket, rename, send, socketUrl, url } from './shared/server.mjs';
import { untilHeard } from './shared/listening.mjs';
import { socketClass } from './shared/socket.mjs';

const socket = createSocket({ url: socketUrl, webSocketImpl: socketClass(), retryAttempts: 0 });
whenDone(() => socket.dispose());

const live = subscriptionExchange({
  forwardSubscription: (request) => ({
    subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query: request.query ?? '', variables: request.variables }, sink) }),
  }),
});
const newClient = (more = {}) => new Client({ url, preferGetMethod: false, fetchOptions: { headers: bearer() }, exchanges: [fetchExchange, live], ...more });

const ticketQuery = gql`query Ticket($id: ID!) { ticket(id: $id) { id number subject } }`;
const update = gql`
  mutation Update($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id subject } errors { __typename code message path } } }`;
const watch = gql`subscription Watch($id: ID!) { ticketChanged(ticketId: $id) { ticketId ticket { id subject } } }`;

const ticket = await openTicket('urql asks');
const client = newClient();

await check('a query with variables', async () => {
  const { data, error } = await client.query(ticketQuery, { id: ticket.id });
  assert.equal(error, undefined);
  assert.deepEqual(data.ticket, { id: ticket.id, number: ticket.number, subject: 'urql asks' });
});

await check('a mutation', async () => {
  const { data } = await client.mutation(update, { input: { ticketId: ticket.id, subject: 'By urql' } });
  assert.deepEqual(data.updateTicket.errors, []);
  assert.equal(data.updateTicket.ticket.subject, 'By urql');
});

await check('typed errors of a mutation are data', async () => {
  const { data, error } = await client.mutation(update, { input: { ticketId: ticket.id, subject: '' } });
  assert.equal(error, undefined);
  assert.deepEqual(data.updateTicket.errors.map((e) => [e.__typename, e.code, e.path]), [['InputError', 'INVALID_INPUT', ['subject']]]);
});

await check('errors of a document are a CombinedError', async () => {
  const { data, error } = await client.query(gql`{ nothing }`, {});
  assert.equal(data, undefined);
  assert.equal(error.networkError, undefined);
  assert.deepEqual(error.graphQLErrors.map((e) => e.extensions.code), ['GRAPHQL_VALIDATION_FAILED']);
});

await check('an error of one field leaves the others', async () => {
  const { data, error } = await client.query(gql`{ viewer { name } node(id: "nonsense") { id } }`, {});
  assert.equal(data.viewer.name, 'admin');
  assert.deepEqual(error.graphQLErrors.map((e) => [e.path, e.extensions.code]), [[['node'], 'INVALID_ID']]);
});

await check('without a token fields answer NOT_SIGNED_IN', async () => {
  const { error } = await newClient({ fetchOptions: {} }).query(ticketQuery, { id: ticket.id });
  assert.deepEqual(error.graphQLErrors.map((e) => e.extensions.code), ['NOT_SIGNED_IN']);
});

await check('a subscription through graphql-ws', async () => {
  let listening;
  let seen;
  const first = new Promise((resolve) => (listening = resolve));
  const wanted = new Promise((resolve) => (seen = resolve));
  const { unsubscribe } = client.subscription(watch, { id: ticket.id }).subscribe(({ data }) => {
    listening();
    if (data?.ticketChanged.ticket.subject === 'Seen live') seen();
  });
  await untilHeard((at) => rename(ticket.id, `urql listens, ${at}`), first);
  await rename(ticket.id, 'Seen live');
  await wanted;
  unsubscribe();
});

await check('errors of a subscription arrive', async () => {
  const { error } = await new Promise((resolve) => client.subscription(watch, { id: 'nonsense' }).subscribe(resolve));
  assert.deepEqual(error.graphQLErrors.map((e) => e.extensions.code), ['INVALID_ID']);
});

await check('a query that nobody waits for any longer is aborted', async () => {
  let aborted;
  let sent;
  const abort = new Promise((resolve) => (aborted = resolve));
  const sending = new Promise((resolve) => (sent = resolve));
  const watching = (input, init) => {
    init.signal.addEventListener('abort', aborted);
    sent();
    return fetch(input, init);
  };
  const { unsubscribe } = newClient({ fetch: watching }).query(ticketQuery, { id: ticket.id }).subscribe(() => assert.fail('an answer came'));
  await sending;
  unsubscribe();
  await abort;
  assert.equal((await send('{ __typename }')).data.__typename, 'Query');
});

await check('queries by GET', async () => {
  let method;
  const counting = (input, init) => {
    method = init.method;
    return fetch(input, init);
  };
  const byGet = newClient({ fetch: counting, preferGetMethod: 'force', fetchOptions: { headers: { ...bearer(), 'graphql-preflight': '1' } } });
  const { data } = await byGet.query(ticketQuery, { id: ticket.id });
  assert.deepEqual([method, data.ticket.id], ['GET', ticket.id]);
});

// Graphcache knows the schema, so that it can tell which types an interface has.
const { data: schema } = await send(getIntrospectionQuery());
const keys = { Money: () => null, Address: () => null, TicketView: (view) => view.key };
const cached = newClient({ exchanges: [cacheExchange({ schema, keys }), fetchExchange, live] });

await check('Graphcache takes the schema and answers from the cache', async () => {
  await cached.query(ticketQuery, { id: ticket.id });
  await rename(ticket.id, 'Changed elsewhere');
  const { data } = await cached.query(ticketQuery, { id: ticket.id }, { requestPolicy: 'cache-only' });
  assert.equal(data.ticket.subject, 'Seen live');
});

await check('Graphcache shows what a mutation has changed', async () => {
  let shown;
  const wanted = new Promise((resolve) => (shown = resolve));
  const { unsubscribe } = cached.query(ticketQuery, { id: ticket.id }).subscribe(({ data }) => data?.ticket.subject === 'By Graphcache' && shown());
  await cached.mutation(update, { input: { ticketId: ticket.id, subject: 'By Graphcache' } });
  await wanted;
  unsubscribe();
});

await finish();
