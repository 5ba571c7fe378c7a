import type { CombinedError } from 'urql';
import { traceIdOf } from '../http/http';

/** One thing that stood in the way of a change, in the shape every payload and every failure is brought to. */
export interface Problem {
  code: string;
  message: string;
  /** Input field, e.g. "emails.0.address"; null when no single field is to blame. */
  field: string | null;
  traceId: string | null;
  currentVersion: number | null;
}

interface PayloadError {
  code: string;
  message: string;
  path?: readonly string[] | null;
  currentVersion?: unknown;
}

/** The payload's path names the input field; the argument name in front of it means nothing to a form. */
export function fieldOfPath(path: readonly string[] | null | undefined): string | null {
  if (!path || path.length === 0) return null;
  const parts = path[0] === 'input' ? path.slice(1) : path;
  return parts.length === 0 ? null : parts.join('.');
}

export function problemOfPayloadError(error: PayloadError): Problem {
  const version = Number(error.currentVersion);
  return {
    code: error.code,
    message: error.message,
    field: fieldOfPath(error.path),
    traceId: null,
    currentVersion: error.currentVersion != null && Number.isFinite(version) ? version : null,
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What stands behind a failed operation: no answer, an answer that is no GraphQL, or GraphQL errors. */
export function problemsOfFailure(error: CombinedError): Problem[] {
  const response = error.response as Response | undefined;
  const headerTrace = response?.headers ? traceIdOf(response.headers) : null;
  if (error.graphQLErrors.length > 0) {
    return error.graphQLErrors.map((one) => ({
      code: text(one.extensions.code) ?? 'GRAPHQL',
      message: one.message,
      field: null,
      traceId: text(one.extensions.traceId) ?? headerTrace,
      currentVersion: null,
    }));
  }
  const status = response?.status ?? 0;
  return [
    {
      code: status === 401 ? 'NOT_SIGNED_IN' : status === 0 ? 'OFFLINE' : `HTTP_${status}`,
      message: error.networkError?.message ?? error.message,
      field: null,
      traceId: headerTrace,
      currentVersion: null,
    },
  ];
}

export function isConflict(problem: Problem): boolean {
  return problem.code === 'CONFLICT' || problem.currentVersion !== null;
}

/** Splits problems into those a form can show at its own fields and the rest. */
export function splitByField(
  problems: readonly Problem[],
  fields: readonly string[],
): { atFields: Record<string, string>; elsewhere: Problem[] } {
  const atFields: Record<string, string> = {};
  const elsewhere: Problem[] = [];
  for (const problem of problems) {
    const field = fields.find((one) => problem.field === one || problem.field?.startsWith(`${one}.`));
    if (field && problem.field) atFields[fields.includes(problem.field) ? problem.field : field] ??= problem.message;
    else elsewhere.push(problem);
  }
  return { atFields, elsewhere };
}
