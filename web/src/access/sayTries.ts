import type { TFunction } from 'i18next';
import { HttpError } from '@/ui/http/http';

/** How long to wait after too many tries; null for any other failure. */
export function sayTries(t: TFunction, failure: unknown): string | null {
  return failure instanceof HttpError && failure.code === 'TOO_MANY_TRIES'
    ? t('signIn.tooManyTries', { count: Math.ceil((failure.retryAfterSeconds ?? 60) / 60) })
    : null;
}
