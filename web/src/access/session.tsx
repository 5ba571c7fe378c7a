import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { HttpError, requestJson } from '@/ui/http/http';
import { startLanguage, switchLanguage, toLanguage } from '@/ui/i18n/i18n';
import { setTimeZone } from '@/ui/time/time';

export interface Me {
  id: string;
  name: string;
  email: string;
  language: string;
  timeZone: string;
  roles: string[];
  permissions: string[];
  teams: { id: string; name: string }[];
  /** Why nothing can be changed in this session; null or absent when it can. */
  readOnlyBecause?: string | null;
  /** Whether a second factor has to be set up before anything else. */
  mustEnrol?: boolean;
  /** When an administrator took the second factors away; null or absent once it was read. */
  factorsResetAt?: string | null;
  /** Recovery codes left, where they are few. */
  fewRecoveryCodes?: number | null;
}

type SessionState =
  | { status: 'loading' }
  | { status: 'failed'; failure: unknown }
  | { status: 'signedOut' }
  | { status: 'signedIn'; me: Me };

interface Session {
  state: SessionState;
  reload: () => Promise<void>;
  enter: (me: Me) => Promise<void>;
  signOut: () => Promise<void>;
  /** Somebody was told to be signed out: asks the server whether that is so. */
  checkSignedIn: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'loading' });

  const enter = useCallback(async (me: Me) => {
    setTimeZone(me.timeZone);
    await switchLanguage(toLanguage(me.language));
    setState({ status: 'signedIn', me });
  }, []);

  const reload = useCallback(async () => {
    try {
      await enter(await requestJson<Me>('GET', '/auth/me'));
    } catch (failure) {
      await switchLanguage(startLanguage());
      setState(failure instanceof HttpError && failure.status === 401 ? { status: 'signedOut' } : { status: 'failed', failure });
    }
  }, [enter]);

  const checking = useRef(false);
  const checkSignedIn = useCallback(async () => {
    if (checking.current) return;
    checking.current = true;
    try {
      await requestJson<Me>('GET', '/auth/me');
    } catch (failure) {
      if (failure instanceof HttpError && failure.status === 401) setState({ status: 'signedOut' });
    } finally {
      checking.current = false;
    }
  }, []);

  useEffect(() => {
    // The session is outside React: it is read once when the console starts.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void reload();
  }, [reload]);

  const session = useMemo<Session>(
    () => ({
      state,
      reload,
      enter,
      signOut: async () => {
        const left = await requestJson<{ location?: string } | undefined>('POST', '/auth/sign-out').catch(() => undefined);
        // Who came by a provider is signed out there too; it sends the browser back.
        if (left?.location) window.location.assign(left.location);
        else setState({ status: 'signedOut' });
      },
      checkSignedIn,
    }),
    [state, reload, enter, checkSignedIn],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session;
}

/** The signed-in person; only for components below the guarded layout. */
export function useMe(): Me {
  const { state } = useSession();
  if (state.status !== 'signedIn') throw new Error('useMe needs a signed-in person');
  return state.me;
}

/** Whether the signed-in person may do something: what is not allowed is not shown. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useMe();
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}
