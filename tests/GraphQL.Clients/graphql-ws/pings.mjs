// Ping and pong, which either side may send at any time.
import { assert, check } from '../shared/checks.mjs';
import { connect, greeted } from '../shared/socket.mjs';

export async function checkPings() {
  await check('a ping before the greeting is answered', async () => {
    const socket = await connect();
    socket.send({ type: 'ping' });
    assert.deepEqual(await socket.receive(), { type: 'pong' });
    await socket.close();
  });

  await check('a ping after the greeting is answered', async () => {
    const socket = await greeted();
    socket.send({ type: 'ping' });
    assert.deepEqual(await socket.receive(), { type: 'pong' });
    await socket.close();
  });

  await check('the pong carries the payload of its ping', async () => {
    const socket = await greeted();
    const payload = { mark: '⏱ „now“', numbers: [1, -2.5e3], nothing: null, nested: { deep: { deeper: [[]] } } };
    socket.send({ type: 'ping', payload });
    assert.deepEqual(await socket.receive(), { type: 'pong', payload });
    await socket.close();
  });

  await check('pings are answered in their order', async () => {
    const socket = await greeted();
    for (let at = 0; at < 20; at++) socket.send({ type: 'ping', payload: { at } });
    for (let at = 0; at < 20; at++) assert.deepEqual(await socket.receive(), { type: 'pong', payload: { at } });
    await socket.close();
  });

  await check('a pong that nobody asked for is taken silently', async () => {
    const socket = await greeted();
    socket.send({ type: 'pong' });
    socket.send({ type: 'pong', payload: { mark: 1 } });
    assert.deepEqual(await socket.flush(), []);
    await socket.close();
  });

  await check('the ping frames of WebSocket itself are answered', async () => {
    const socket = await greeted();
    const pong = new Promise((resolve) => socket.raw.once('pong', (data) => resolve(data.toString())));
    socket.raw.ping('still there?');
    assert.equal(await pong, 'still there?');
    await socket.close();
  });
}
