// The form of messages: what is not of the protocol closes with 4400, however it is wrong.
import { assert, check } from '../shared/checks.mjs';
import { greeted } from '../shared/socket.mjs';

const query = '{ __typename }';
const subscribe = (more) => ({ id: '1', type: 'subscribe', payload: { query }, ...more });

const wrong = {
  'text that is no JSON': 'hello',
  'nothing at all': '',
  'JSON that is cut off': '{"type":"ping"',
  'a list': [{ type: 'ping' }],
  'a string': '"ping"',
  'a number': '42',
  'null': 'null',
  'a message without type': { id: '1' },
  'a type that is no string': { type: 1 },
  'an unknown type': { type: 'start', id: '1', payload: { query } },
  'a type in capitals': { type: 'PING' },
  'connection_ack, which is the server’s': { type: 'connection_ack' },
  'next, which is the server’s': { type: 'next', id: '1', payload: { data: null } },
  'error, which is the server’s': { type: 'error', id: '1', payload: [] },
  'subscribe without id': { type: 'subscribe', payload: { query } },
  'subscribe with an id that is no string': subscribe({ id: 1 }),
  'subscribe with an empty id': subscribe({ id: '' }),
  'subscribe without payload': { type: 'subscribe', id: '1' },
  'subscribe with a payload that is no object': subscribe({ payload: query }),
  'subscribe without payload.query': subscribe({ payload: { variables: {} } }),
  'a query that is no string': subscribe({ payload: { query: 1 } }),
  'a query that is null': subscribe({ payload: { query: null } }),
  'variables that are no object': subscribe({ payload: { query, variables: [1] } }),
  'an operationName that is no string': subscribe({ payload: { query, operationName: 1 } }),
  'extensions that are no object': subscribe({ payload: { query, extensions: 'x' } }),
  'connection_init with a payload that is no object': { type: 'connection_init', payload: 'x' },
  'a ping with a payload that is no object': { type: 'ping', payload: 'x' },
  'complete with an id that is no string': { type: 'complete', id: 1 },
  'complete without id': { type: 'complete' },
  'complete with an empty id': { type: 'complete', id: '' },
  'text behind the message': '{"type":"ping"} and more',
  'two messages in one': '{"type":"ping"}{"type":"ping"}',
};

export async function checkMessages() {
  for (const [name, message] of Object.entries(wrong)) {
    await check(`${name} closes with 4400`, async () => {
      const socket = await greeted();
      socket.send(message);
      assert.equal((await socket.ended()).code, 4400);
      assert.deepEqual(socket.unread, []);
    });
  }

  await check('a binary frame closes with 4400', async () => {
    const socket = await greeted();
    socket.raw.send(Buffer.from('{"type":"ping"}'), { binary: true });
    assert.equal((await socket.ended()).code, 4400);
  });

  await check('a message over a megabyte closes with 4400', async () => {
    const socket = await greeted();
    socket.subscribe('1', `{ __typename } #${'x'.repeat(1024 * 1024)}`);
    assert.deepEqual(await socket.ended(), { code: 4400, reason: 'Message too large' });
  });

  await check('text that is no UTF-8 ends the connection', async () => {
    const socket = await greeted();
    socket.raw.send(Buffer.from([...Buffer.from('{"type":"ping","payload":{"text":"'), 0xc3, 0x28, ...Buffer.from('"}}')]), { binary: false });
    // WebSocket itself forbids it, below the protocol: the code 1007 is sent if there is still time, else the connection is cut (1006).
    assert.ok([1006, 1007].includes((await socket.ended()).code));
    assert.deepEqual(socket.unread, []);
  });

  await check('a message just under a megabyte is read', async () => {
    const socket = await greeted();
    const answer = await socket.ask('1', `{ __typename } #${'x'.repeat(1024 * 1024 - 200)}`);
    assert.deepEqual(answer.payload, { data: { __typename: 'Query' } });
    await socket.close();
  });

  await check('a message in several frames is one message', async () => {
    const socket = await greeted();
    const text = JSON.stringify(subscribe({ payload: { query: '{ kind: __typename }' } }));
    for (let at = 0; at < text.length; at += 7) socket.raw.send(text.slice(at, at + 7), { fin: at + 7 >= text.length });
    assert.deepEqual(await socket.receive(), { type: 'next', id: '1', payload: { data: { kind: 'Query' } } });
    await socket.close();
  });

  await check('white space and unknown keys do not matter', async () => {
    const socket = await greeted();
    socket.send(` \r\n\t{ "payload" : { "query" : "${query}", "unknown": [1] }, "more" : {}, "id" : "1", "type" : "subscribe" }\n `);
    assert.equal((await socket.receive()).type, 'next');
    await socket.close();
  });
}
