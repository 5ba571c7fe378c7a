/** The header that tells the server the call was made by a script of ours and not by a foreign form. */
export const preflight = { 'GraphQL-Preflight': '1' } as const;

export interface HttpFieldError {
  path: string;
  message: string;
}

interface ErrorBody {
  code?: string;
  message?: string;
  errors?: HttpFieldError[];
  retryAfterSeconds?: number;
  traceId?: string;
}

/** An answer outside 2xx, or no answer at all (status 0, code OFFLINE). */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fieldErrors: HttpFieldError[];
  readonly retryAfterSeconds: number | null;
  readonly traceId: string | null;

  constructor(status: number, body: ErrorBody, traceId: string | null = null) {
    super(body.message ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'OFFLINE' : `HTTP_${status}`);
    this.fieldErrors = body.errors ?? [];
    this.retryAfterSeconds = body.retryAfterSeconds ?? null;
    this.traceId = body.traceId ?? traceId;
  }
}

/** The trace id of an answer: its own header, or the second part of a W3C traceparent. */
export function traceIdOf(headers: Pick<Headers, 'get'>): string | null {
  return headers.get('x-trace-id') ?? headers.get('traceparent')?.split('-')[1] ?? null;
}

export function parseErrorBody(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

export async function requestJson<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(method === 'POST' ? { 'Content-Type': 'application/json', ...preflight } : {}),
      },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : null,
    });
  } catch {
    throw new HttpError(0, {});
  }
  const text = await response.text();
  if (!response.ok) throw new HttpError(response.status, parseErrorBody(text), traceIdOf(response.headers));
  return (text === '' ? null : JSON.parse(text)) as T;
}
