import { useEffect, useState } from 'react';
import { HttpError, requestJson } from '@/ui/http/http';

export interface LinkOwner {
  name: string;
  email: string;
  language: string;
  minPasswordLength: number;
}

export type LinkState =
  | { status: 'checking' }
  | { status: 'gone' }
  | { status: 'failed'; failure: unknown }
  | { status: 'valid'; owner: LinkOwner };

/** Asks whom a one-time link is for; that does not use it up. */
export function useLink(purpose: 'Invitation' | 'PasswordReset' | 'EmailChange' | 'EmailChangeUndo', token: string | undefined) {
  const [state, setState] = useState<LinkState>({ status: 'checking' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    requestJson<LinkOwner>('POST', '/auth/link', { purpose, token: token ?? '' }).then(
      (owner) => current && setState({ status: 'valid', owner }),
      (failure: unknown) => current && setState(isGone(failure) ? { status: 'gone' } : { status: 'failed', failure }),
    );
    return () => {
      current = false;
    };
  }, [purpose, token, turn]);
  return { state, setGone: () => setState({ status: 'gone' }), retry: () => setTurn(turn + 1) };
}

export function isGone(failure: unknown): boolean {
  return failure instanceof HttpError && failure.code === 'LINK_GONE';
}
