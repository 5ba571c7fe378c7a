import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useState } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';
import { preflight } from '../http/http';
import { uuid } from '../http/uuid';
import { type Problem, problemOfPayloadError, problemsOfFailure } from './problems';

type PayloadOf<D> = NonNullable<D[Exclude<keyof D, '__typename'>]>;
export type Outcome<D> = { ok: true; payload: PayloadOf<D> } | { ok: false; problems: Problem[] };

const retryDelays = [400, 1500];

function isUnanswered(error: CombinedError | undefined): boolean {
  if (!error?.networkError) return false;
  const status = (error.response as Response | undefined)?.status ?? 0;
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/**
 * Runs a mutation as one user action. The idempotency key belongs to the action: a retry after a lost answer
 * carries the same key, so that the server does the work once however often it is asked.
 */
export async function runAction<D extends object, I>(
  client: Client,
  document: TypedDocumentNode<D, { input: I }>,
  input: I,
): Promise<Outcome<D>> {
  const key = uuid();
  const context = { fetchOptions: { headers: { ...preflight, 'Idempotency-Key': key } } };
  let result = await client.mutation(document, { input }, context).toPromise();
  for (const delay of retryDelays) {
    if (!isUnanswered(result.error)) break;
    await new Promise((wake) => setTimeout(wake, delay));
    result = await client.mutation(document, { input }, context).toPromise();
  }
  if (result.error) return { ok: false, problems: problemsOfFailure(result.error) };
  const payload = Object.entries(result.data ?? {}).find(([name]) => name !== '__typename')?.[1] as
    | { errors?: Parameters<typeof problemOfPayloadError>[0][] }
    | undefined;
  const errors = payload?.errors ?? [];
  if (!payload || errors.length > 0) return { ok: false, problems: errors.map(problemOfPayloadError) };
  return { ok: true, payload: payload as PayloadOf<D> };
}

/** A mutation with its running state; every mutation hook of the console is one line over this. */
export function useAction<D extends object, I>(document: TypedDocumentNode<D, { input: I }>) {
  const client = useClient();
  const [running, setRunning] = useState(false);
  const run = useCallback(
    async (input: I) => {
      setRunning(true);
      try {
        return await runAction(client, document, input);
      } finally {
        setRunning(false);
      }
    },
    [client, document],
  );
  return { run, running };
}
