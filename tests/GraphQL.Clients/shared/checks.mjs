// Named checks, one line each. A check that hangs fails by itself, so that one bad answer does not hide the others.
import assert from 'node:assert/strict';

/** Seconds that anything may take, and that a program of its own may take on a busy machine. */
export const longest = 30;
export const programs = 120;
let passed = 0;
let total = 0;
const atEnd = [];

export { assert };

/** Runs one check; what it throws is its reason. */
export async function check(name, work, seconds = longest) {
  total++;
  try {
    await within(work(), 'no answer came', seconds);
    passed++;
    console.log(`ok ${name}`);
  } catch (reason) {
    console.log(`not ok ${name}: ${String(reason?.message ?? reason).replaceAll(/\s*\n\s*/g, ' ')}`);
  }
}

/** Closes something when all checks are done. */
export const whenDone = (work) => atEnd.push(work);

/** Says how many checks passed, and lets go of what would keep the process alive. */
export async function finish() {
  for (const work of atEnd) await work();
  console.log(`${passed} of ${total}`);
  process.exitCode = passed === total ? 0 : 1;
}

/** The promise, or a failure after the longest time that anything may take. */
export function within(promise, reason, seconds = longest) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${reason} within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
