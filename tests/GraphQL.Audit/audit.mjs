// Runs graphql-http's audit against a server: node audit.mjs http://localhost:5000/graphql [token]
import { auditServer } from 'graphql-http';

const [url, token] = process.argv.slice(2);
const withToken = (input, init = {}) =>
  fetch(input, token ? { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } } : init);
const results = await auditServer({ url, fetchFn: withToken });
const bad = results.filter((result) => result.status !== 'ok');
for (const result of bad) console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
console.log(`${results.length - bad.length} of ${results.length}`);
process.exitCode = bad.length === 0 ? 0 : 1;
