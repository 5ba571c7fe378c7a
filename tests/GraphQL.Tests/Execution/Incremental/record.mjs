// Writes cases.jsonl: what graphql-js 17 answers in parts. To record again: npm install graphql@17 beside this file, then node record.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, experimentalExecuteIncrementally, parse, validate } from 'graphql';

const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));
const documents = readFileSync(new URL('documents.graphql', import.meta.url), 'utf8').split(/^# ---.*$/m).map((text) => text.trim()).filter(Boolean);

// The same fixed values as IncrementalCases.cs: a hero has two friends, who have two each, and so on; some fields fail.
const hero = (id) => ({
  __typename: 'Hero', id, name: `Hero ${id}`,
  slow: async () => `slow ${id}`,
  fails: () => { throw new Error('It fails.'); },
  mustFail: async () => { throw new Error('It must not fail.'); },
  friend: () => hero(`${id}f`),
  strictFriend: () => hero(`${id}s`),
  friends: () => [1, 2, 3].map((n) => hero(`${id}.${n}`)),
  mixed: () => [hero(`${id}.1`), null, hero(`${id}.3`)],
  strict: () => [hero(`${id}.1`), null, hero(`${id}.3`)],
  tags: ['a', 'b', 'c'], rows: [['a', 'b'], ['c', 'd'], ['e', 'f']],
});
const root = { hero: () => hero('1'), heroes: () => ['1', '2', '3'].map(hero), tags: ['x', 'y', 'z'] };

const lines = [];
for (const text of documents) {
  const document = parse(text);
  const wrong = validate(schema, document);
  if (wrong.length) throw new Error(`${text}\n${wrong.join('\n')}`);
  const variables = JSON.parse(/^# variables: (.*)$/m.exec(text)?.[1] ?? '{}');
  const result = await experimentalExecuteIncrementally({ schema, document, rootValue: root, variableValues: variables });
  const payloads = [];
  if ('initialResult' in result) {
    payloads.push(result.initialResult);
    for await (const payload of result.subsequentResults) payloads.push(payload);
  } else {
    payloads.push(result);
  }
  lines.push(JSON.stringify({ query: text, variables, payloads }));
}
writeFileSync(new URL('cases.jsonl', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${lines.length} cases`);
