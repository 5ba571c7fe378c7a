// The client of the npm package graphql-ws, used as its manual says.
import { createClient } from 'graphql-ws';
import { assert, check } from '../shared/checks.mjs';
import { openTicket, rename, socketUrl, token } from '../shared/server.mjs';
import { untilHeard } from '../shared/listening.mjs';
import { socketClass } from '../shared/socket.mjs';

const watch = 'subscription ($id: ID!) { ticketChanged(ticketId: $id) { ticket { subject } } }';
const create = (more = {}) => createClient({ url: socketUrl, webSocketImpl: socketClass(), retryAttempts: 0, ...more });

/** The one answer of a query or mutation. */
const once = (client, payload) =>
  new Promise((resolve, reject) => {
    let answer;
    client.subscribe(payload, { next: (value) => (answer = value), error: reject, complete: () => resolve(answer) });
  });

/** A subscription, and how to wait for an event with a subject. */
function follow(client, ticket) {
  const waiting = [];
  const arrived = (subject) => new Promise((resolve) => waiting.push({ subject, resolve }));
  let stop;
  const unsubscribed = new Promise((complete, error) => {
    stop = client.subscribe({ query: watch, variables: { id: ticket.id } }, {
      next: ({ data }) => waiting.filter(({ subject }) => !subject || subject === data.ticketChanged.ticket.subject).forEach(({ resolve }) => resolve()),
      error,
      complete,
    });
  });
  return { arrived, stop, unsubscribed, listening: () => untilHeard((at) => rename(ticket.id, `Client listens, ${at}`), arrived()) };
}

export async function checkClient() {
  const ticket = await openTicket('Followed by the client');

  await check('the client runs a query', async () => {
    const client = create();
    assert.deepEqual(await once(client, { query: '{ viewer { roles } }' }), { data: { viewer: { roles: ['Admin'] } } });
    await client.dispose();
  });

  await check('the client runs a mutation with variables', async () => {
    const client = create();
    const query = 'mutation ($id: ID!) { updateTicket(input: { ticketId: $id, priority: HIGH }) { ticket { priority } errors { code } } }';
    const { data } = await once(client, { query, variables: { id: ticket.id } });
    assert.deepEqual(data, { updateTicket: { ticket: { priority: 'HIGH' }, errors: [] } });
    await client.dispose();
  });

  await check('the client gets errors of a document as a list', async () => {
    const client = create();
    await assert.rejects(once(client, { query: '{ nothing }' }), (errors) => errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED');
    await client.dispose();
  });

  await check('the client iterates over events', async () => {
    const client = create();
    const events = client.iterate({ query: watch, variables: { id: ticket.id } });
    const first = events.next();
    await untilHeard((at) => rename(ticket.id, `Iterated, ${at}`), first);
    await rename(ticket.id, 'The last of them');
    for await (const { data } of events) {
      if (data.ticketChanged.ticket.subject === 'The last of them') break;
    }
    assert.equal((await events.next()).done, true);
    await client.dispose();
  });

  await check('the client shares one socket and closes it when nobody is left', async () => {
    let connections = 0;
    let closed;
    const end = new Promise((resolve) => (closed = resolve));
    const client = create({ on: { connecting: () => connections++, closed } });
    const [one, other] = [follow(client, ticket), follow(client, ticket)];
    await one.listening();
    await other.listening();
    one.stop();
    await rename(ticket.id, 'One is left');
    await Promise.all([other.listening(), one.unsubscribed]);
    other.stop();
    const { code, wasClean } = await end;
    assert.deepEqual([connections, code, wasClean], [1, 1000, true]);
  });

  await check('the connectionParams of the client are taken', async () => {
    const client = create({ connectionParams: async () => ({ app: 'audit', nested: { list: [1] } }) });
    assert.deepEqual(await once(client, { query: '{ __typename }' }), { data: { __typename: 'Query' } });
    await client.dispose();
  });

  await check('the pings of the client are answered', async () => {
    let answered;
    const pong = new Promise((resolve) => (answered = resolve));
    const client = create({ lazy: false, keepAlive: 1, on: { pong: (received) => received && answered() } });
    await pong;
    await client.dispose();
  });

  await check('the client connects again and hears events again', async () => {
    const connected = [];
    const client = create({ retryAttempts: 3, retryWait: async () => {}, on: { connected: (_socket, _payload, wasRetry) => connected.push(wasRetry) } });
    const events = follow(client, ticket);
    await events.listening();
    client.terminate();
    await events.listening();
    assert.deepEqual(connected, [false, true]);
    events.stop();
    await client.dispose();
  });

  await check('the client learns that its token is not known', async () => {
    const client = create({ webSocketImpl: socketClass(`${token}x`) });
    await assert.rejects(once(client, { query: '{ __typename }' }), (event) => event.code === 4403 && event.reason === 'Forbidden');
    await client.dispose();
  });

  await check('the client of another id generator works', async () => {
    let at = 0;
    const client = create({ generateID: () => `operation/${at++}` });
    const answers = await Promise.all(Array.from({ length: 10 }, () => once(client, { query: '{ viewer { id } }' })));
    assert.equal(new Set(answers.map(({ data }) => data.viewer.id)).size, 1);
    await client.dispose();
  });
}
