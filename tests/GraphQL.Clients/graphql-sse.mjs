// graphql-sse in both modes: by its own client, and bare for what the client would not send.
import { createClient } from 'graphql-sse';
import { assert, check, finish, whenDone, within } from './shared/checks.mjs';
import { bearer, createToken, openTicket, rename, revokeToken, token, url } from './shared/server.mjs';
import { untilHeard } from './shared/listening.mjs';

const streamToken = 'x-graphql-event-stream-token';
const watch = 'subscription ($id: ID!) { ticketChanged(ticketId: $id) { ticketId ticket { subject } } }';

const newClient = (singleConnection, secret = token) => {
  const client = createClient({ url, singleConnection, headers: bearer(secret), retryAttempts: 0 });
  whenDone(() => client.dispose());
  return client;
};

/** All answers of an operation. */
async function all(client, request) {
  const answers = [];
  for await (const answer of client.iterate(request)) answers.push(answer);
  return answers;
}

/** The next answer that fits, while changes are made until it comes. */
function next(stream, fits) {
  return within((async () => {
    for await (const answer of stream) if (fits(answer)) return answer;
    throw new Error('the stream ended');
  })(), 'no event came');
}

const raw = (method, { headers = {}, body, query = '', secret = token } = {}) => fetch(url + query, {
  method,
  headers: { ...(secret ? bearer(secret) : {}), ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
  body: body && JSON.stringify(body),
});

for (const [mode, single] of [['distinct', false], ['single', true]]) {
  const client = newClient(single);
  const ticket = await openTicket(`sse ${mode}`);

  await check(`${mode}: a query has one answer`, async () => {
    assert.deepEqual(await all(client, { query: '{ viewer { name } }' }), [{ data: { viewer: { name: 'admin' } } }]);
  });

  await check(`${mode}: a mutation works`, async () => {
    const [{ data }] = await all(client, {
      query: 'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { subject } errors { code } } }',
      variables: { input: { ticketId: ticket.id, subject: `By sse ${mode} 🎈` } },
    });
    assert.deepEqual(data.updateTicket, { ticket: { subject: `By sse ${mode} 🎈` }, errors: [] });
  });

  await check(`${mode}: a wrong document is an answer with errors`, async () => {
    const [{ errors, data }] = await all(client, { query: '{ nothing }' });
    assert.deepEqual([data, errors[0].extensions.code], [undefined, 'GRAPHQL_VALIDATION_FAILED']);
  });

  await check(`${mode}: a subscription hears a change and ends when told to`, async () => {
    const stream = client.iterate({ query: watch, variables: { id: ticket.id } });
    const heard = next(stream, ({ data }) => data?.ticketChanged.ticket.subject.startsWith('Heard'));
    const { data } = await untilHeard((at) => rename(ticket.id, `Heard ${at}`), heard);
    assert.equal(data.ticketChanged.ticketId, ticket.id);
  });

  await check(`${mode}: two subscriptions hear their own tickets`, async () => {
    const other = await openTicket(`sse other ${mode}`);
    const one = next(client.iterate({ query: watch, variables: { id: ticket.id } }), () => true);
    const two = next(client.iterate({ query: watch, variables: { id: other.id } }), () => true);
    const [first, second] = await Promise.all([untilHeard((at) => rename(ticket.id, `One ${at}`), one), untilHeard((at) => rename(other.id, `Two ${at}`), two)]);
    assert.deepEqual([first.data.ticketChanged.ticketId, second.data.ticketChanged.ticketId], [ticket.id, other.id]);
  });
}

await check('without a session there is no stream', async () => {
  const statuses = await Promise.all([
    raw('PUT', { secret: null }),
    raw('POST', { secret: null, headers: { accept: 'text/event-stream' }, body: { query: '{ __typename }' } }),
  ]);
  assert.deepEqual(statuses.map((r) => r.status), [403, 403]);
});

await check('a revoked token hears nothing more', async () => {
  const made = await createToken('sse');
  const ticket = await openTicket('sse revoked');
  const client = newClient(false, made.secret);
  const stream = client.iterate({ query: watch, variables: { id: ticket.id } });
  await untilHeard((at) => rename(ticket.id, `Before ${at}`), next({ [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) }, () => true));
  await revokeToken(made.id);
  // The next change ends the stream; the client tells of it by an error or the end.
  const rest = (async () => {
    for await (const { data } of stream) assert.ok(!data?.ticketChanged.ticket.subject.startsWith('After'), 'heard after the end');
  })().catch((reason) => assert.ok(!(reason instanceof assert.AssertionError), reason.message));
  await untilHeard((at) => rename(ticket.id, `After ${at}`), rest);
});

const reserved = await (await raw('PUT')).text();
const stream = await raw('GET', { headers: { accept: 'text/event-stream', [streamToken]: reserved } });
whenDone(() => stream.body.cancel());

await check('a stream has its content type and is not kept by caches', async () => {
  assert.deepEqual([stream.status, stream.headers.get('content-type'), stream.headers.get('cache-control')], [200, 'text/event-stream; charset=utf-8', 'no-cache']);
});

await check('a stream is read once', async () => {
  assert.equal((await raw('GET', { headers: { accept: 'text/event-stream', [streamToken]: reserved } })).status, 409);
});

await check('an unknown stream is not found', async () => {
  const headers = { [streamToken]: '0'.repeat(32) };
  const answers = await Promise.all([raw('POST', { headers, body: { query: '{ __typename }', extensions: { operationId: '1' } } }), raw('DELETE', { headers, query: '?operationId=1' })]);
  assert.deepEqual(answers.map((r) => r.status), [404, 404]);
});

await check('an operation needs an id', async () => {
  assert.equal((await raw('POST', { headers: { [streamToken]: reserved }, body: { query: '{ __typename }' } })).status, 400);
});

await check('an id in use is refused', async () => {
  const { id } = await openTicket('sse twice');
  const start = () => raw('POST', { headers: { [streamToken]: reserved }, body: { query: watch, variables: { id }, extensions: { operationId: 'twice' } } });
  assert.deepEqual([(await start()).status, (await start()).status], [202, 409]);
});

await check('an operation that is told to stop frees its id', async () => {
  const headers = { [streamToken]: reserved };
  assert.equal((await raw('DELETE', { headers, query: '?operationId=twice' })).status, 200);
  assert.equal((await raw('POST', { headers, body: { query: '{ __typename }', extensions: { operationId: 'twice' } } })).status, 202);
});

await check('the stream can be named in the address', async () => {
  const answer = await raw('POST', { query: `?token=${reserved}`, body: { query: '{ __typename }', extensions: { operationId: 'by address' } } });
  assert.equal(answer.status, 202);
});

await check('who also takes JSON gets JSON', async () => {
  const answer = await raw('POST', { headers: { accept: 'application/json, text/event-stream' }, body: { query: '{ __typename }' } });
  assert.deepEqual(await answer.json(), { data: { __typename: 'Query' } });
});

await finish();
