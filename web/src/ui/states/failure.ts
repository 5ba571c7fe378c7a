import { CombinedError } from 'urql';
import { type Problem, problemsOfFailure } from '../graphql/problems';
import { HttpError } from '../http/http';
import { i18next } from '../i18n/i18n';

/** Any thrown or returned failure as problems, so that every place shows failures alike. */
export function problemsOf(failure: unknown): Problem[] {
  if (failure instanceof CombinedError) return problemsOfFailure(failure);
  if (failure instanceof HttpError) {
    return [{ code: failure.code, message: failure.message, field: failure.fieldErrors.length === 1 ? (failure.fieldErrors[0]?.path ?? null) : null, traceId: failure.traceId, currentVersion: null }];
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  return [{ code: 'UNEXPECTED', message, field: null, traceId: null, currentVersion: null }];
}

/** A sentence in the reader's language where the code is known to us, else what the server said. */
export function sayProblem(problem: Problem): string {
  const key = `error.code.${problem.code}`;
  return i18next.exists(key) ? i18next.t(key as 'error.code.OFFLINE') : problem.message;
}
