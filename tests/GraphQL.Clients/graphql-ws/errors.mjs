// What cannot run: an error message for its id, and the connection goes on.
import { assert, check } from '../shared/checks.mjs';
import { greeted } from '../shared/socket.mjs';

const watch = 'subscription { ticketChanged { ticketId } }';
const ofTicket = 'subscription ($id: ID) { ticketChanged(ticketId: $id) { ticketId } }';

/** Each: the document, the code, and more of the payload. */
const refused = {
  'a document that is no GraphQL': ['{ viewer', 'GRAPHQL_PARSE_FAILED'],
  'an empty document': ['', 'GRAPHQL_PARSE_FAILED'],
  'a field that does not exist': ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  'an object without fields': ['{ viewer }', 'GRAPHQL_VALIDATION_FAILED'],
  'an argument that does not exist': ['{ viewer(id: 1) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  'a fragment that does not exist': ['{ ...Nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  'an operationName that does not exist': ['query A { __typename }', 'OPERATION_RESOLUTION_FAILURE', { operationName: 'B' }],
  'several operations without operationName': ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
  'a variable that is missing': ['query ($id: ID!) { ticket(id: $id) { id } }', 'BAD_USER_INPUT'],
  'a variable of a wrong type': ['query ($first: Int) { tickets(first: $first) { totalCount } }', 'BAD_USER_INPUT', { variables: { first: 'many' } }],
  'a document that is nested too deep': [`{ customer(id: "x") ${'{ company '.repeat(25)}{ id }${' }'.repeat(26)}`, 'LIMIT_EXCEEDED'],
  'a subscription with two fields': ['subscription { a: ticketChanged { ticketId } b: ticketChanged { ticketId } }', 'GRAPHQL_VALIDATION_FAILED'],
  'a subscription to __typename': ['subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
  'a subscription with a field that does not exist': ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  'a subscription with a condition at its root': ['subscription ($yes: Boolean!) { ticketChanged @include(if: $yes) { ticketId } }', 'GRAPHQL_VALIDATION_FAILED', { variables: { yes: true } }],
  'a subscription with a variable of a wrong type': [ofTicket, 'BAD_USER_INPUT', { variables: { id: [1] } }],
  'a subscription to an id that is none': [ofTicket, 'INVALID_ID', { variables: { id: 'nonsense' } }],
};

export async function checkErrors() {
  const socket = await greeted();

  for (const [name, [query, code, more]] of Object.entries(refused)) {
    await check(`${name} is an error message`, async () => {
      const { type, id, payload } = await socket.ask('1', query, more);
      assert.deepEqual([type, id], ['error', '1']);
      assert.ok(Array.isArray(payload) && payload.length > 0, 'the payload is a list of errors');
      for (const error of payload) {
        assert.equal(typeof error.message, 'string');
        assert.equal(error.extensions.code, code);
      }
      // An error is the end of its operation: nothing follows.
      assert.deepEqual(await socket.flush(), []);
    });
  }

  await check('errors of a document say where', async () => {
    const { payload } = await socket.ask('1', '{\n  nothing\n}');
    assert.deepEqual(payload[0].locations, [{ line: 2, column: 3 }]);
  });

  await check('an error of a field is data with errors', async () => {
    const { type, payload } = await socket.ask('1', '{ __typename node(id: "nonsense") { id } }');
    assert.equal(type, 'next');
    assert.deepEqual(payload.data, { __typename: 'Query', node: null });
    assert.deepEqual(payload.errors.map((e) => [e.path, e.extensions.code]), [[['node'], 'INVALID_ID']]);
  });

  await check('an id may be used again after an error', async () => {
    assert.equal((await socket.ask('again', '{ nothing }')).type, 'error');
    assert.equal((await socket.ask('again', '{ __typename }')).type, 'next');
  });

  await socket.close();

  await check('an id that is in use closes with 4409', async () => {
    const one = await greeted();
    one.subscribe('twice', watch);
    one.subscribe('twice', watch);
    assert.deepEqual(await one.ended(), { code: 4409, reason: 'Subscriber for twice already exists' });
  });

  await check('a long id that is in use closes with 4409 and as much of the reason as fits', async () => {
    const one = await greeted();
    const id = '👍'.repeat(60);
    one.subscribe(id, watch);
    one.subscribe(id, watch);
    const { code, reason } = await one.ended();
    assert.deepEqual([code, reason.startsWith('Subscriber for 👍'), Buffer.byteLength(reason) <= 123], [4409, true, true]);
  });

  await check('the fifty-first operation is refused and the others stay', async () => {
    const one = await greeted();
    for (let at = 1; at <= 51; at++) one.subscribe(`${at}`, watch);
    const { type, id, payload } = await one.receive();
    assert.deepEqual([type, id, payload[0].extensions.code], ['error', '51', 'LIMIT_EXCEEDED']);
    one.send({ type: 'complete', id: '50' });
    assert.equal((await one.ask('51', '{ __typename }')).type, 'next');
    await one.close();
  });
}
