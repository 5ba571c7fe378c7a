// The protocol does not say when a subscription listens, so a first change is repeated until it is heard.
import { longest } from './checks.mjs';

/** Makes changes, each with its own number, until one is heard. */
export async function untilHeard(change, heard) {
  const end = performance.now() + longest * 1000;
  let over = false;
  const done = heard.finally(() => (over = true));
  // Its failure is told below, after the change that is under way.
  done.catch(() => {});
  for (let at = 1; !over; at++) {
    if (performance.now() > end) throw new Error(`none of ${at} changes was heard`);
    await change(at);
    // One turn, so that what has come with the answer is read.
    await new Promise(setImmediate);
  }
  return done;
}
