import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Client, fetchExchange, Provider } from 'urql';
import { SessionProvider, useSession } from '@/access/session';
import { normalisedCache } from '@/ui/graphql/cache';
import { theme } from '@/ui/theme';

export function newClient(): Client {
  return new Client({ url: 'http://localhost/graphql', preferGetMethod: false, exchanges: [normalisedCache(), fetchExchange] });
}

/** What stands around every page of the console: look, notifications, connection. */
export function Console({ children, client = newClient() }: { children: ReactNode; client?: Client }) {
  return (
    <MantineProvider theme={theme} env="test">
      <Notifications />
      <Provider value={client}>
        <div id="hints" />
        {children}
      </Provider>
    </MantineProvider>
  );
}

/** The console of the person of whom /auth/me tells. */
export function SignedIn({ children, client }: { children: ReactNode; client?: Client }) {
  return (
    <Console client={client}>
      <SessionProvider>
        <Guarded>{children}</Guarded>
      </SessionProvider>
    </Console>
  );
}

function Guarded({ children }: { children: ReactNode }) {
  return useSession().state.status === 'signedIn' ? children : null;
}
