// Who may hear what; decided anew for each operation and each event.
import { assert, check } from '../shared/checks.mjs';
import { agentToken, createTeam, createToken, openTicket, rename, revokeToken } from '../shared/server.mjs';
import { greeted } from '../shared/socket.mjs';
import { listen } from './subscriptions.mjs';

const all = 'subscription { ticketChanged { ticketId ticket { subject } } }';

export async function checkPermissions() {
  const open = await openTicket('Everybody sees this');
  const agent = await agentToken(`agnes${open.number}@example.com`);
  const hidden = await openTicket('Of a team of others', { teamId: await createTeam(`Others ${open.number}`) });

  await check('events of what one may not see do not come', async () => {
    const socket = await greeted({ secret: agent });
    await listen(socket, '1', all, open);
    await rename(hidden.id, 'A secret');
    const next = await openTicket('No secret');
    await socket.until(
      (m) => m.payload.data.ticketChanged.ticketId === next.id,
      (m) => assert.equal(m.payload.data.ticketChanged.ticketId, open.id));
    await socket.close();
  });

  await check('a subscription without its permission is an error and no event', async () => {
    const socket = await greeted({ secret: agent });
    const query = 'subscription { importProgressed(importId: "Import_AaIDLiUgcGigkwjRhpPKrg") { state } }';
    const { type, payload } = await socket.ask('1', query);
    assert.equal(type, 'error');
    assert.deepEqual(payload.map((e) => e.extensions.code), ['NOT_ALLOWED']);
    assert.deepEqual(await socket.flush(), []);
    await socket.close();
  });

  await check('a query without its permission is data with errors', async () => {
    const socket = await greeted({ secret: agent });
    const { type, payload } = await socket.ask('1', '{ deadLetters { totalCount } viewer { name } }');
    assert.equal(type, 'next');
    assert.deepEqual(payload.data, { deadLetters: null, viewer: { name: 'Agnes Agent' } });
    assert.deepEqual(payload.errors.map((e) => [e.path, e.extensions.code]), [[['deadLetters'], 'NOT_ALLOWED']]);
    await socket.close();
  });

  await check('a revoked token hears no further event and is closed with 4403', async () => {
    const { secret, id } = await createToken('soon revoked');
    const socket = await greeted({ secret });
    await listen(socket, '1', all, open);
    await revokeToken(id);
    await rename(open.id, 'After the end');
    const { code } = await socket.ended();
    assert.equal(code, 4403);
    await assert.rejects(socket.until((m) => m.payload?.data.ticketChanged.ticket.subject === 'After the end'), /closed with 4403/);
  });

  await check('a revoked token starts no operation and is closed with 4403', async () => {
    const { secret, id } = await createToken('revoked at once');
    const socket = await greeted({ secret });
    await revokeToken(id);
    socket.subscribe('1', '{ viewer { id } }');
    assert.equal((await socket.ended()).code, 4403);
  });
}
