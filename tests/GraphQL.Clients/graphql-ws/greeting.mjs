// From the handshake to connection_ack.
import { assert, check } from '../shared/checks.mjs';
import { token } from '../shared/server.mjs';
import { connect, greeted } from '../shared/socket.mjs';

const init = { type: 'connection_init' };

export async function checkGreeting() {
  await check('connection_init is answered with connection_ack', async () => {
    const socket = await greeted();
    await socket.close();
  });

  await check('the payload of connection_init may hold anything', async () => {
    const socket = await connect();
    socket.send({ ...init, payload: { authorization: 'Bearer nonsense', nested: { list: [1, null, '„ü“'] } } });
    assert.deepEqual(await socket.receive(), { type: 'connection_ack' });
    await socket.close();
  });

  await check('the subprotocol is chosen among several', async () => {
    const socket = await connect({ protocol: ['graphql-ws', 'graphql-transport-ws'] });
    assert.equal(socket.protocol, 'graphql-transport-ws');
    await socket.close();
  });

  await check('no subprotocol closes with 4406', () => closes(null, 4406, 'Subprotocol not acceptable'));
  await check('the subprotocol of the older client closes with 4406', async () => {
    // The client itself refuses an answer that names no subprotocol, so the offer is written by hand.
    const socket = await connect({ protocol: null, headers: { 'sec-websocket-protocol': 'graphql-ws' } });
    assert.equal((await socket.ended()).code, 4406);
  });

  await check('a second connection_init closes with 4429', async () => {
    const socket = await greeted();
    socket.send(init);
    assert.deepEqual(await socket.ended(), { code: 4429, reason: 'Too many initialisation requests' });
  });

  await check('two connection_init at once close with 4429', async () => {
    const socket = await connect();
    socket.send(init);
    socket.send(init);
    assert.equal((await socket.ended()).code, 4429);
  });

  await check('subscribe before connection_init closes with 4401', async () => {
    const socket = await connect();
    socket.subscribe('1', '{ __typename }');
    assert.deepEqual(await socket.ended(), { code: 4401, reason: 'Unauthorized' });
  });

  await check('complete before connection_init is no reason to close', async () => {
    const socket = await connect();
    socket.send({ type: 'complete', id: '1' });
    socket.send(init);
    assert.deepEqual(await socket.receive(), { type: 'connection_ack' });
    await socket.close();
  });

  await check('a token that is not known closes with 4403', () => refused({ secret: `${token}x` }));
  await check('no token closes with 4403', () => refused({ secret: null }));
  await check('a token in the payload of connection_init does not count', () => refused({ secret: null }, { authorization: `Bearer ${token}` }));
}

/** Says nothing and waits; started first, because it takes its time. */
export const greetingTimeout = () =>
  check('waiting with connection_init closes with 4408', async () => {
    const socket = await connect();
    assert.deepEqual(await socket.ended(), { code: 4408, reason: 'Connection initialisation timeout' });
  });

async function closes(protocol, code, reason) {
  const socket = await connect({ protocol });
  assert.deepEqual(await socket.ended(), { code, reason });
}

async function refused(options, payload) {
  const socket = await connect(options);
  socket.send({ ...init, payload });
  assert.deepEqual(await socket.ended(), { code: 4403, reason: 'Forbidden' });
}
