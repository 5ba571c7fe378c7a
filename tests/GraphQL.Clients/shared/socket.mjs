// A bare WebSocket with a queue of what has come: for what a well-behaved client cannot send.
import WebSocket from 'ws';
import { assert, whenDone, within } from './checks.mjs';
import { bearer, socketUrl, token } from './server.mjs';

const open = new Set();
whenDone(() => open.forEach((socket) => socket.terminate()));

/** The class `ws` with a token in the handshake, for clients that make their sockets themselves. */
export const socketClass = (secret = token) =>
  class extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers: bearer(secret) });
      track(this);
    }
  };

/** Opens a socket without greeting. */
export async function connect({ protocol = 'graphql-transport-ws', secret = token, headers = {} } = {}) {
  const raw = new WebSocket(socketUrl, protocol ?? [], { headers: { ...(secret ? bearer(secret) : {}), ...headers } });
  track(raw);
  const socket = new BareSocket(raw);
  await within(new Promise((resolve, reject) => raw.once('open', resolve).once('error', reject)), 'the socket did not open');
  return socket;
}

/** Opens a socket and greets. */
export async function greeted(options) {
  const socket = await connect(options);
  socket.send({ type: 'connection_init' });
  assert.deepEqual(await socket.receive(), { type: 'connection_ack' });
  return socket;
}

class BareSocket {
  #came = [];
  #waiting = [];

  constructor(raw) {
    this.raw = raw;
    raw.on('message', (data) => this.#push({ message: JSON.parse(data.toString()) }));
    // The server may close while something is still being sent.
    raw.on('error', () => {});
    this.closed = new Promise((resolve) => {
      raw.on('close', (code, reason) => {
        this.#push({ end: code });
        resolve({ code, reason: reason.toString() });
      });
    });
  }

  get protocol() {
    return this.raw.protocol;
  }

  /** The messages that have come and were not received yet. */
  get unread() {
    return this.#came.flatMap(({ message }) => message ?? []);
  }

  send(message) {
    this.raw.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id, query, more = {}) {
    this.send({ id, type: 'subscribe', payload: { query, ...more } });
  }

  /** The next message; a close instead is a failure. */
  async receive() {
    const next = this.#came.shift() ?? (await within(new Promise((resolve) => this.#waiting.push(resolve)), 'no message came'));
    assert.equal(next.end, undefined, `the server closed with ${next.end}`);
    return next.message;
  }

  /** The first message that is wanted; earlier ones are dropped, or given to `seen`. */
  async until(wanted, seen = () => {}) {
    for (;;) {
      const message = await this.receive();
      if (wanted(message)) return message;
      seen(message);
    }
  }

  /** Waits for the answer to a ping: everything the server had sent before has come, in the order given. */
  async flush() {
    const before = [];
    this.send({ type: 'ping', payload: { mark: 'flush' } });
    await this.until((m) => m.type === 'pong' && m.payload?.mark === 'flush', (m) => before.push(m));
    return before;
  }

  /** Sends a query and reads its answer and its end. */
  async ask(id, query, more) {
    this.subscribe(id, query, more);
    const answer = await this.receive();
    if (answer.type === 'next') assert.deepEqual(await this.receive(), { type: 'complete', id });
    return answer;
  }

  /** Waits until the server closes; gives the code and the reason. */
  ended() {
    return within(this.closed, 'the server did not close');
  }

  close() {
    this.raw.close(1000);
    return this.ended();
  }

  #push(item) {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(item);
    else this.#came.push(item);
  }
}

function track(socket) {
  open.add(socket);
  socket.on('close', () => open.delete(socket));
}
