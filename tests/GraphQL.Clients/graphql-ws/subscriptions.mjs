// Events: who hears them, in which form, and when they stop.
import { assert, check } from '../shared/checks.mjs';
import { openTicket, rename, send } from '../shared/server.mjs';
import { untilHeard } from '../shared/listening.mjs';
import { greeted } from '../shared/socket.mjs';

const all = 'subscription { ticketChanged { ticketId ticket { subject } } }';
const ofTicket = 'subscription Watch($id: ID!) { ticketChanged(ticketId: $id) { ticketId ticket { subject } } }';
const isEvent = (id) => (m) => m.type === 'next' && m.id === id;
const subjectOf = (message) => message.payload.data.ticketChanged.ticket.subject;
const says = (id, subject) => (m) => isEvent(id)(m) && subjectOf(m) === subject;

/** Subscribes, and waits until the subscription hears of the ticket. */
export async function listen(socket, id, query, ticket, more) {
  socket.subscribe(id, query, more);
  await untilHeard((at) => rename(ticket.id, `${id} listens, ${at}`), socket.until(isEvent(id)));
}

export async function checkSubscriptions() {
  const ticket = await openTicket('The one that changes');
  const other = await openTicket('Another one');
  const variables = { id: ticket.id };

  await check('a subscription hears of a change', async () => {
    const socket = await greeted();
    await listen(socket, '1', ofTicket, ticket, { variables });
    await rename(ticket.id, 'Heard');
    const { type, id, payload } = await socket.until(says('1', 'Heard'));
    assert.deepEqual({ type, id, payload }, { type: 'next', id: '1', payload: { data: { ticketChanged: { ticketId: ticket.id, ticket: { subject: 'Heard' } } } } });
    await socket.close();
  });

  await check('a subscription to one ticket does not hear of another', async () => {
    const socket = await greeted();
    await listen(socket, '1', ofTicket, ticket, { variables });
    await rename(other.id, 'Not for the first');
    await rename(ticket.id, 'After the other');
    await socket.until(says('1', 'After the other'), (m) => assert.equal(m.payload.data.ticketChanged.ticketId, ticket.id));
    await socket.close();
  });

  await check('a subscription to all tickets hears of a new one', async () => {
    const socket = await greeted();
    await listen(socket, '1', all, ticket);
    const made = await openTicket('Just opened');
    assert.equal((await socket.until(says('1', 'Just opened'))).payload.data.ticketChanged.ticketId, made.id);
    await socket.close();
  });

  await check('events come in the order of their changes', async () => {
    const socket = await greeted();
    await listen(socket, '1', 'subscription { ticketChanged { ticketId } }', ticket);
    const made = [];
    for (let at = 0; at < 5; at++) made.push((await openTicket(`Number ${at}`)).id);
    const heard = [];
    while (heard.at(-1) !== made.at(-1)) {
      const id = (await socket.until(isEvent('1'))).payload.data.ticketChanged.ticketId;
      if (made.includes(id) && heard.at(-1) !== id) heard.push(id);
    }
    assert.deepEqual(heard, made);
    await socket.close();
  });

  await check('subscriptions on one socket each hear under their id', async () => {
    const socket = await greeted();
    await listen(socket, 'all', all, ticket);
    await listen(socket, 'one', ofTicket, ticket, { variables });
    await listen(socket, 'other', ofTicket, other, { variables: { id: other.id } });
    await rename(ticket.id, 'For two of them');
    const heard = new Set();
    while (heard.size < 2) {
      const { id } = await socket.until((m) => m.type === 'next' && subjectOf(m) === 'For two of them');
      assert.notEqual(id, 'other');
      heard.add(id);
    }
    await socket.close();
  });

  await check('one change is heard on every socket', async () => {
    const sockets = await Promise.all([greeted(), greeted(), greeted()]);
    for (const socket of sockets) await listen(socket, '1', ofTicket, ticket, { variables });
    await rename(ticket.id, 'For everybody');
    for (const socket of sockets) await socket.until(says('1', 'For everybody'));
    for (const socket of sockets) await socket.close();
  });

  await check('a change made over the same socket is heard on it', async () => {
    const socket = await greeted();
    await listen(socket, '1', ofTicket, ticket, { variables });
    socket.subscribe('2', 'mutation ($id: ID!) { updateTicket(input: { ticketId: $id, subject: "By itself" }) { errors { code } } }', { variables });
    const wanted = new Set(['next 1', 'next 2', 'complete 2']);
    while (wanted.size > 0) {
      const message = await socket.receive();
      if (message.id !== '1' || subjectOf(message) === 'By itself') wanted.delete(`${message.type} ${message.id}`);
    }
    await socket.close();
  });

  await check('after complete of the client nothing comes', async () => {
    const socket = await greeted();
    await listen(socket, 'ends', ofTicket, ticket, { variables });
    await listen(socket, 'stays', ofTicket, ticket, { variables });
    socket.send({ type: 'complete', id: 'ends' });
    await socket.flush();
    await rename(ticket.id, 'Only for who stays');
    await socket.until(says('stays', 'Only for who stays'), (m) => assert.notEqual(m.id, 'ends'));
    assert.deepEqual((await socket.flush()).filter((m) => m.id === 'ends'), []);
    await socket.close();
  });

  await check('an id may be used again after complete of the client', async () => {
    const socket = await greeted();
    await listen(socket, '1', ofTicket, ticket, { variables });
    socket.send({ type: 'complete', id: '1' });
    await socket.flush();
    await listen(socket, '1', ofTicket, other, { variables: { id: other.id } });
    await rename(ticket.id, 'Not for the new one');
    await rename(other.id, 'For the new one');
    await socket.until(says('1', 'For the new one'), (m) => assert.equal(m.payload.data.ticketChanged.ticketId, other.id));
    await socket.close();
  });

  await check('a socket that was cut off leaves the others their events', async () => {
    const [gone, stays] = await Promise.all([greeted(), greeted()]);
    await listen(gone, '1', ofTicket, ticket, { variables });
    await listen(stays, '1', ofTicket, ticket, { variables });
    gone.raw.terminate();
    await rename(ticket.id, 'For who is left');
    await stays.until(says('1', 'For who is left'));
    await stays.close();
  });

  await check('aliases, fragments and __typename work in events', async () => {
    const socket = await greeted();
    const query = `subscription ($id: ID!) { change: ticketChanged(ticketId: $id) { __typename of: ticket { ...Row ... on Node { id } } } }
      fragment Row on Ticket { __typename subject }`;
    await listen(socket, '1', query, ticket, { variables });
    await rename(ticket.id, 'In another form');
    const { payload } = await socket.until((m) => isEvent('1')(m) && m.payload.data.change.of.subject === 'In another form');
    assert.deepEqual(payload.data, { change: { __typename: 'TicketChange', of: { __typename: 'Ticket', subject: 'In another form', id: ticket.id } } });
    await socket.close();
  });

  await check('operationName selects a subscription', async () => {
    const socket = await greeted();
    await listen(socket, '1', `query Other { __typename } ${ofTicket}`, ticket, { variables, operationName: 'Watch' });
    await socket.close();
  });

  await check('text of all scripts arrives in events', async () => {
    const socket = await greeted();
    const subject = 'Drucker “schweigt” – プリンター 🖨️ \\ "';
    await listen(socket, '1', ofTicket, ticket, { variables });
    await rename(ticket.id, subject);
    await socket.until(says('1', subject));
    await socket.close();
  });

  await check('a subscription to an id that is not there stays silent', async () => {
    const socket = await greeted();
    socket.subscribe('silent', ofTicket, { variables: { id: 'Ticket_AaIDLiUgcGigkwjRhpPKrg' } });
    await listen(socket, '1', ofTicket, ticket, { variables });
    assert.deepEqual((await socket.flush()).filter((m) => m.id === 'silent'), []);
    await socket.close();
  });

  await check('a subscription over HTTP is refused', async () => {
    const { data, errors } = await send(all);
    assert.equal(data, undefined);
    assert.deepEqual(errors.map((e) => e.extensions.code), ['OPERATION_NOT_PERMITTED']);
  });
}
