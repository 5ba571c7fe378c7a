// Folders of one run, and programs that are run in them.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whenDone } from './checks.mjs';

export const here = fileURLToPath(new URL('..', import.meta.url));
export const web = join(here, '..', '..', 'web');

/** A folder inside node_modules: what is written there finds the packages, and version control does not see it. */
export const besidePackages = (name) => temporaryFolder(join(here, 'node_modules', `.${name}-`));

/** A folder of the system, removed at the end. */
export async function temporaryFolder(start) {
  const folder = await mkdtemp(isAbsolute(start) ? start : join(tmpdir(), start));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program of Node.js or the system to its end: its exit code and all that it said. */
export function run(program, args, folder) {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, said })));
}
