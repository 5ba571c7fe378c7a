// The server under test, as its arguments name it: node <script>.mjs http://localhost:5080 scrm_…
import assert from 'node:assert/strict';

const [server, adminToken] = process.argv.slice(2);
if (!server || !adminToken) {
  console.error('usage: node <script>.mjs ADDRESS TOKEN');
  process.exit(2);
}

export const token = adminToken;
export const origin = server.replace(/\/$/, '');
export const url = `${origin}/graphql`;
export const portalUrl = `${origin}/portal/graphql`;
export const socketUrl = url.replace(/^http/, 'ws');
export const bearer = (secret = token) => ({ authorization: `Bearer ${secret}` });

/** The whole answer of a request over HTTP. */
export async function send(query, variables, secret = token, address = url) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(secret) },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** The payload of the one mutation of the document, which must succeed. */
export async function mutate(query, variables, secret = token) {
  const { data, errors } = await send(query, variables, secret);
  assert.equal(errors, undefined);
  const [payload] = Object.values(data);
  assert.deepEqual(payload.errors, []);
  return payload;
}

/** Opens a ticket: id, number, version, subject. */
export async function openTicket(subject, more = {}) {
  const input = { subject, body: 'It prints nothing since Monday.', newCustomer: { name: 'Ada Byron' }, ...more };
  const document = 'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number version subject } errors { code message } } }';
  return (await mutate(document, { input })).ticket;
}

/** Gives a ticket another subject, which is an event for whoever listens. */
export const rename = (ticketId, subject) =>
  mutate('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { version } errors { code message } } }', { input: { ticketId, subject } });

export const createTeam = async (name) =>
  (await mutate('mutation ($name: String!) { createTeam(input: { name: $name }) { team { id } errors { code message } } }', { name })).team.id;

/** Makes another access token of whoever owns the given one: secret, id. */
export async function createToken(name, secret = token) {
  const { secret: made, accessToken } = await mutate(
    'mutation ($name: String!) { createAccessToken(input: { name: $name }) { secret accessToken { id } errors { code message } } }', { name }, secret);
  return { secret: made, id: accessToken.id };
}

export const revokeToken = (accessTokenId) =>
  mutate('mutation ($input: RevokeAccessTokenInput!) { revokeAccessToken(input: $input) { accessToken { id } errors { code message } } }', { input: { accessTokenId } });

/** Makes a member of staff with the role Agent and gives a token of theirs. */
export async function agentToken(email) {
  const password = 'correct-horse-battery';
  const input = { name: 'Agnes Agent', email, password, roles: ['Agent'], teamIds: [] };
  await mutate('mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } errors { code message } } }', { input });
  const headers = { 'content-type': 'application/json', 'graphql-preflight': '1' };
  const signedIn = await fetch(`${origin}/auth/sign-in`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  assert.equal(signedIn.status, 200);
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const made = await fetch(url, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ query: 'mutation { createAccessToken(input: { name: "agent" }) { secret } }' }),
  });
  return (await made.json()).data.createAccessToken.secret;
}
