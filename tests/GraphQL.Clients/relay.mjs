// relay-compiler with the schema that the server gives out, on the documents in relay/, set up as docs/graphql.md says.
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assert, check, finish, programs } from './shared/checks.mjs';
import { openTicket, send, url } from './shared/server.mjs';
import { here, run, temporaryFolder } from './shared/temporary.mjs';

const compiler = createRequire(import.meta.url)('relay-compiler');
const folder = await temporaryFolder('relay-');
const config = {
  src: './src',
  schema: './schema.graphql',
  language: 'javascript',
  eagerEsModules: true,
  artifactDirectory: './artifacts',
  schemaConfig: { nodeInterfaceIdField: 'id' },
};
await mkdir(join(folder, 'artifacts'));
await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
await cp(join(here, 'relay'), join(folder, 'src'), { recursive: true });
await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));

/** The text that Relay sends for an operation, out of its artifact. */
const textOf = async (name) => (await import(join(folder, 'artifacts', `${name}.graphql.js`))).default.params.text;

await check('the server gives out its schema', async () => {
  const response = await fetch(`${url}/schema.graphql`);
  assert.equal(response.status, 200);
  await writeFile(join(folder, 'schema.graphql'), await response.text());
});

await check('relay-compiler compiles the documents', async () => {
  const { code, said } = await run(compiler, ['relay.config.json'], folder);
  assert.equal(code, 0, said);
}, programs);

await check('every operation and fragment has its artifact', async () => {
  const names = ['InboxPageQuery', 'InboxQuery', 'Inbox_query', 'OpenTicketMutation', 'RowRefetchQuery', 'Row_ticket', 'WatchSubscription'];
  const made = await readdir(join(folder, 'artifacts'));
  assert.deepEqual(made.sort(), names.map((name) => `${name}.graphql.js`).sort());
});

await check('the connection is recognised', async () => {
  const artifact = await readFile(join(folder, 'artifacts', 'Inbox_query.graphql.js'), 'utf8');
  assert.match(artifact, /__Inbox_tickets_connection/);
});

const ticket = await openTicket('Relay asks');

await check('the server answers the query of the connection', async () => {
  const { data, errors } = await send(await textOf('InboxPageQuery'), { count: 1 });
  assert.equal(errors, undefined);
  assert.equal(data.tickets.edges[0].node.subject, 'Relay asks');
});

await check('the server answers the refetch of a node', async () => {
  const { data, errors } = await send(await textOf('RowRefetchQuery'), { id: ticket.id });
  assert.equal(errors, undefined);
  assert.deepEqual([data.node.__typename, data.node.number], ['Ticket', ticket.number]);
});

await check('the server answers the mutation', async () => {
  const { data, errors } = await send(await textOf('OpenTicketMutation'), { input: { subject: 'By Relay', body: 'Compiled.' } });
  assert.equal(errors, undefined);
  assert.deepEqual(data.createTicket.errors, []);
  assert.equal(data.createTicket.ticket.subject, 'By Relay');
});

await check('a document that does not fit the schema is refused', async () => {
  await writeFile(join(folder, 'src', 'Wrong.js'), 'import { graphql } from "relay-runtime";\nexport const wrong = graphql`query WrongQuery { nothing }`;\n');
  const { code, said } = await run(compiler, ['relay.config.json'], folder);
  assert.notEqual(code, 0);
  assert.match(said, /nothing/);
}, programs);

await finish();
