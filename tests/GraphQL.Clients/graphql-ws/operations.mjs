// Queries and mutations over a socket, and the life of their ids.
import { assert, check } from '../shared/checks.mjs';
import { openTicket } from '../shared/server.mjs';
import { greeted } from '../shared/socket.mjs';

const createTeam = 'mutation ($name: String!) { createTeam(input: { name: $name }) { team { __typename name } errors { code path } } }';

export async function checkOperations() {
  const ticket = await openTicket('Operations over sockets');
  const socket = await greeted();
  const data = async (query, more) => {
    const { type, id, payload } = await socket.ask('1', query, more);
    assert.deepEqual([type, id, payload.errors], ['next', '1', undefined]);
    return payload.data;
  };

  await check('a query is answered with next and complete', async () => {
    assert.deepEqual(await socket.ask('q', '{ viewer { roles } }'), { type: 'next', id: 'q', payload: { data: { viewer: { roles: ['Admin'] } } } });
  });

  await check('a mutation is answered with next and complete', async () => {
    const name = `Sockets ${ticket.number}`;
    assert.deepEqual(await data(createTeam, { variables: { name } }), { createTeam: { team: { __typename: 'Team', name }, errors: [] } });
  });

  await check('the typed errors of a mutation are data', async () => {
    const { createTeam: payload } = await data(createTeam, { variables: { name: '' } });
    assert.deepEqual(payload, { team: null, errors: [{ code: 'INVALID_INPUT', path: ['name'] }] });
  });

  await check('operationName selects among several operations', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    assert.deepEqual(await data(query, { operationName: 'B' }), { b: 'Query' });
  });

  await check('an operationName of null and variables of null are as if left out', async () => {
    assert.deepEqual(await data('{ __typename }', { operationName: null, variables: null, extensions: null }), { __typename: 'Query' });
  });

  await check('variables of all kinds arrive', async () => {
    const query = 'query ($id: ID!, $first: Int = 1, $filter: TicketFilter) { ticket(id: $id) { number } tickets(first: $first, filter: $filter) { nodes { id } } }';
    const answer = await data(query, { variables: { id: ticket.id, filter: { view: 'open', status: ['NEW', 'OPEN'] } } });
    assert.deepEqual(answer, { ticket: { number: ticket.number }, tickets: { nodes: [{ id: ticket.id }] } });
  });

  await check('fields have aliases', async () => {
    const query = 'query ($id: ID!) { one: ticket(id: $id) { no: number } two: ticket(id: $id) { no: number } }';
    assert.deepEqual(await data(query, { variables: { id: ticket.id } }), { one: { no: ticket.number }, two: { no: ticket.number } });
  });

  await check('fragments are spread, by name and in place', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { __typename ...Row ... on Customer { displayName } } } fragment Row on Ticket { number }';
    assert.deepEqual(await data(query, { variables: { id: ticket.id } }), { node: { __typename: 'Ticket', number: ticket.number } });
  });

  await check('skip and include decide by variables', async () => {
    const query = 'query ($yes: Boolean!) { a: __typename @include(if: $yes) b: __typename @skip(if: $yes) }';
    assert.deepEqual(await data(query, { variables: { yes: true } }), { a: 'Query' });
  });

  await check('the schema can be asked for', async () => {
    assert.deepEqual(await data('{ __schema { subscriptionType { name } } }'), { __schema: { subscriptionType: { name: 'Subscription' } } });
  });

  await check('extensions of a request are ignored', async () => {
    assert.deepEqual(await data('{ __typename }', { extensions: { tracing: true, client: { name: 'x' } } }), { __typename: 'Query' });
  });

  await check('text of all scripts comes back as it went', async () => {
    const name = `${ticket.number} – Zoë – 支援チーム – دعم – 👩‍🔧🇪🇺 \u2028 "quoted" \\ /`;
    const { createTeam: payload } = await data(createTeam, { variables: { name } });
    assert.deepEqual(payload, { team: { __typename: 'Team', name }, errors: [] });
  });

  await check('ids are any text', async () => {
    for (const id of ['ü-👍-"\\', 'x'.repeat(200), ' ', '__proto__']) assert.equal((await socket.ask(id, '{ __typename }')).id, id);
  });

  await check('operations at once are each answered under their id', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `many-${at}`);
    for (const id of ids) socket.subscribe(id, 'query ($id: ID!) { ticket(id: $id) { number } }', { variables: { id: ticket.id } });
    const came = new Map(ids.map((id) => [id, []]));
    for (let at = 0; at < 2 * ids.length; at++) {
      const { id, type } = await socket.receive();
      came.get(id).push(type);
    }
    for (const types of came.values()) assert.deepEqual(types, ['next', 'complete']);
  });

  await check('an id may be used again after complete', async () => {
    for (let at = 0; at < 10; at++) assert.equal((await socket.ask('again', '{ __typename }')).type, 'next');
  });

  await check('complete for an id that nothing runs under is ignored', async () => {
    socket.send({ type: 'complete', id: 'nobody' });
    assert.deepEqual(await socket.flush(), []);
  });

  await socket.close();

  await check('a socket closed by the client answers with its code', async () => {
    const one = await greeted();
    one.raw.close(1000, 'Done');
    assert.equal((await one.ended()).code, 1000);
  });

  await check('a socket cut off in the middle of an operation harms no other', async () => {
    const [one, other] = await Promise.all([greeted(), greeted()]);
    one.subscribe('1', '{ tickets { nodes { id messages { nodes { id } } } } }');
    one.raw.terminate();
    assert.equal((await other.ask('1', '{ __typename }')).type, 'next');
    await other.close();
  });
}
