// GraphQL Inspector: the running schema beside the files in web/, and beside what the console asks for.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CriticalityLevel, diff, validate } from '@graphql-inspector/core';
import { Source, buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema } from 'graphql';
import { assert, check, finish } from './shared/checks.mjs';
import { portalUrl, send, token, url } from './shared/server.mjs';
import { web } from './shared/temporary.mjs';

const sdl = await (await fetch(`${url}/schema.graphql`)).text();
const running = buildSchema(sdl);

/** The documents of the pages, wherever `graphql(…)` is called with a template; the portal has its own schema. */
async function documents({ ofPortal }) {
  const names = await readdir(join(web, 'src'), { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name) && !/^(generated|testing)[\\/]/.test(name) && !name.includes('.test.') && name.startsWith('portal') === ofPortal);
  const sources = [];
  for (const name of files.sort()) {
    const text = await readFile(join(web, 'src', name), 'utf8');
    const templates = [...text.matchAll(/\bgraphql\(\s*(?:\/\*.*?\*\/\s*)?`([^`]*)`/g)];
    assert.equal(templates.length, [...text.matchAll(/\bgraphql\(/g)].length, `${name} calls graphql() in another form`);
    templates.forEach(([, document], at) => sources.push(new Source(document, `${name} ${at + 1}`)));
  }
  return sources;
}

const messagesOf = (wrong) => wrong.map(({ source, errors, deprecated }) => [source.name, ...[...errors, ...deprecated].map((e) => e.message)]);

const removed = (text, line) => {
  assert.ok(text.includes(line), `the schema has no line "${line.trim()}"`);
  return buildSchema(text.replace(line, ''));
};

await check('the running schema is the one in web/schema.graphql', async () => {
  const committed = buildSchema(await readFile(join(web, 'schema.graphql'), 'utf8'));
  assert.deepEqual((await diff(committed, running)).map((change) => change.message), []);
});

await check('introspection tells the same schema as the file', async () => {
  const { data } = await send(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }));
  // Introspection tells of each directive, but not where one is applied.
  const changes = (await diff(running, lexicographicSortSchema(buildClientSchema(data)))).filter(({ type }) => !type.startsWith('DIRECTIVE_USAGE_'));
  assert.deepEqual(changes.map((change) => change.message), []);
});

await check('everything the console asks for is valid', async () => {
  const sources = await documents({ ofPortal: false });
  assert.ok(sources.length > 50, `${sources.length} documents were found`);
  assert.deepEqual(messagesOf(validate(running, sources, { strictDeprecated: true })), []);
});

await check('the portal is the one in web/portal.graphql, and everything its pages ask for is valid', async () => {
  const { data } = await send(getIntrospectionQuery(), {}, token, portalUrl);
  const portal = buildClientSchema(data);
  const committed = buildSchema(await readFile(join(web, 'portal.graphql'), 'utf8'));
  const changes = (await diff(committed, portal)).filter(({ type }) => !type.startsWith('DIRECTIVE_USAGE_'));
  assert.deepEqual(changes.map((change) => change.message), []);
  const sources = await documents({ ofPortal: true });
  assert.ok(sources.length > 2, `${sources.length} documents were found`);
  assert.deepEqual(messagesOf(validate(portal, sources, { strictDeprecated: true })), []);
});

await check('a field that is removed is a breaking change', async () => {
  const changes = await diff(running, removed(sdl, '  ticketTags: [String!]\n'));
  assert.deepEqual(changes.map(({ path, criticality }) => [path, criticality.level]), [['Query.ticketTags', CriticalityLevel.Breaking]]);
});

await check('a field that is added is none', async () => {
  const changes = await diff(removed(sdl, '  ticketTags: [String!]\n'), running);
  assert.deepEqual(changes.map(({ path, criticality }) => [path, criticality.level]), [['Query.ticketTags', CriticalityLevel.NonBreaking]]);
});

await check('an enum value that is removed is a breaking change', async () => {
  const changes = await diff(running, removed(sdl, '  ON_HOLD\n'));
  assert.deepEqual(changes.map(({ criticality }) => criticality.level), [CriticalityLevel.Breaking]);
});

await check('a field the console asks for is missed when it is removed', async () => {
  const wrong = validate(removed(sdl, '  ticketTags: [String!]\n'), await documents({ ofPortal: false }));
  assert.ok(wrong.length > 0);
});

await finish();
