import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpError, requestJson } from '@/ui/http/http';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { sayTries } from '../sayTries';
import { isGone } from './useLink';

/** One POST of a page behind a link: while it runs, what went wrong, and what the link had to say about it. */
export function usePosted(onGone: () => void) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  /** The answer; null when it was refused. Errors at fields go to the form. */
  const post = async <T,>(path: string, body: unknown, setErrors?: (errors: Record<string, string>) => void): Promise<T | null> => {
    setBusy(true);
    setFailure(null);
    try {
      return await requestJson<T>('POST', path, body);
    } catch (error) {
      if (isGone(error)) onGone();
      else if (error instanceof HttpError && error.fieldErrors.length > 0 && setErrors) {
        setErrors(Object.fromEntries(error.fieldErrors.map((one) => [one.path, one.message])));
      } else if (error instanceof HttpError && error.code === 'EMAIL_TAKEN') setFailure(t('links.takenText'));
      else setFailure(sayTries(t, error) ?? problemsOf(error).map(sayProblem).join(' '));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, post };
}
