// GraphQL Code Generator asks the server for its schema, and TypeScript reads what it writes for the documents in codegen/.
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { assert, check, finish, programs } from './shared/checks.mjs';
import { bearer, url } from './shared/server.mjs';
import { besidePackages, here, run } from './shared/temporary.mjs';

const require = createRequire(import.meta.url);
const program = (name, command) => join(dirname(require.resolve(`${name}/package.json`)), require(`${name}/package.json`).bin[command]);

const folder = await besidePackages('codegen');
const schema = [{ [url]: { headers: bearer() } }];
const config = {
  scalars: { DateTime: 'string', Date: 'string', Long: 'number', JSON: 'unknown' },
  strictScalars: true,
  useTypeImports: true,
  enumsAsTypes: true,
};
const generates = {
  './generated/': { schema, documents: ['documents.ts'], preset: 'client', presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } }, config },
  './schema.graphql': { schema, plugins: ['schema-ast'] },
};
await cp(join(here, 'codegen'), folder, { recursive: true });

async function generate(name, what) {
  await writeFile(join(folder, name), JSON.stringify({ generates: what }));
  return run(process.execPath, [program('@graphql-codegen/cli', 'graphql-codegen'), '--config', name], folder);
}

await check('the schema of the running server is taken by introspection and documents are generated', async () => {
  const { code, said } = await generate('codegen.json', generates);
  assert.equal(code, 0, said);
  assert.deepEqual((await readdir(join(folder, 'generated'))).sort(), ['fragment-masking.ts', 'gql.ts', 'graphql.ts', 'index.ts']);
}, programs);

await check('the schema that was written is the one the server gives out', async () => {
  const written = buildSchema(await readFile(join(folder, 'schema.graphql'), 'utf8'));
  const given = buildSchema(await (await fetch(`${url}/schema.graphql`)).text());
  assert.equal(printSchema(lexicographicSortSchema(written)), printSchema(lexicographicSortSchema(given)));
});

const options = ['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--target', 'ES2023', '--module', 'ESNext', '--moduleResolution', 'bundler'];

await check('what was generated is sound and gives the types that are used', async () => {
  const { code, said } = await run(process.execPath, [program('typescript', 'tsc'), ...options, 'use.ts'], folder);
  assert.equal(code, 0, said);
}, programs);

await check('a document that does not fit the schema is refused', async () => {
  await writeFile(join(folder, 'wrong.graphql'), 'query Wrong { nothing }');
  const { code, said } = await generate('wrong.json', { './wrong/': { ...generates['./generated/'], documents: ['wrong.graphql'] } });
  assert.notEqual(code, 0);
  assert.match(said, /nothing/);
}, programs);

await finish();
