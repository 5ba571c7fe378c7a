import type { TypedDocumentString } from '@/generated/portal/graphql';
import { HttpError, parseErrorBody, preflight, traceIdOf } from '@/ui/http/http';

export interface PortalError {
  code: string;
  message: string;
  path?: string[] | null;
}

interface Answer<D> {
  data?: D | null;
  errors?: { message: string; extensions?: { code?: string; traceId?: string } }[];
}

const delays = [500, 1500];

/**
 * One GraphQL operation over fetch. A lost answer is asked for again; a mutation carries the key of the person's
 * action, so that asking twice files nothing twice.
 */
export async function ask<D, V>(document: TypedDocumentString<D, V>, variables: V, idempotencyKey?: string): Promise<D> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await askOnce(document, variables, idempotencyKey);
    } catch (failure) {
      const delay = delays[attempt];
      const unanswered = failure instanceof HttpError && (failure.status === 0 || failure.status >= 502);
      if (!unanswered || delay === undefined) throw failure;
      await new Promise((wake) => setTimeout(wake, delay));
    }
  }
}

/** The server knows the portal's documents by their hash; while developing they may be newer than the server. */
function named(document: { toString: () => string; __meta__?: Record<string, unknown> }) {
  const hash = document.__meta__?.hash;
  return typeof hash === 'string' && !import.meta.env.DEV ? { documentId: `sha256:${hash}` } : { query: document.toString() };
}

async function askOnce<D, V>(document: TypedDocumentString<D, V>, variables: V, idempotencyKey?: string): Promise<D> {
  let response: Response;
  try {
    response = await fetch('/portal/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...preflight,
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      body: JSON.stringify({ ...named(document), variables }),
    });
  } catch {
    throw new HttpError(0, {});
  }
  const text = await response.text();
  const traceId = traceIdOf(response.headers);
  if (!response.ok) throw new HttpError(response.status, parseErrorBody(text), traceId);
  const answer = JSON.parse(text) as Answer<D>;
  const [error] = answer.errors ?? [];
  if (error || !answer.data) {
    throw new HttpError(
      response.status,
      { code: error?.extensions?.code ?? 'INTERNAL', message: error?.message },
      error?.extensions?.traceId ?? traceId,
    );
  }
  return answer.data;
}
