import { Outlet, useNavigate } from '@tanstack/react-router';
import { Center, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { EnrolPage } from '@/access/EnrolPage';
import { useSession } from '@/access/session';
import { TicketChangesProvider } from '@/tickets/TicketChanges';
import { connect, type Connection } from '../graphql/client';
import { LoadError } from '../states/LoadError';
import { ShellFrame } from './ShellFrame';

/** Everything behind the sign-in: one connection per signed-in person, so that nobody sees another's cache. */
export function Shell() {
  const { t } = useTranslation();
  const { state, reload } = useSession();
  if (state.status === 'loading') {
    return (
      <Center h="100%" role="status" aria-label={t('common.loading')}>
        <Loader size="sm" type="dots" />
      </Center>
    );
  }
  if (state.status === 'failed') {
    return (
      <main>
        <LoadError failure={state.failure} onRetry={() => void reload()} />
      </main>
    );
  }
  if (state.status === 'signedOut') {
    return <ToSignIn />;
  }
  return <Connected key={`${state.me.id} ${state.me.mustEnrol ?? false}`} mustEnrol={state.me.mustEnrol ?? false} />;
}

/** Leads to the sign-in once and remembers where the person was; a live link would chase its own address. */
function ToSignIn() {
  const navigate = useNavigate();
  useEffect(() => {
    const address = window.location.pathname + window.location.search;
    void navigate({ to: '/sign-in', search: address === '/' ? {} : { to: address }, replace: true });
  }, [navigate]);
  return null;
}

function Connected({ mustEnrol }: { mustEnrol: boolean }) {
  const { checkSignedIn, reload } = useSession();
  const [reconnections, setReconnections] = useState(0);
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const opened = connect({
      onSignedOut: () => void checkSignedIn(),
      onSecondFactorNeeded: () => {
        if (!mustEnrol) void reload();
      },
      onReconnected: () => setReconnections((count) => count + 1),
    });
    // The socket has to be closed with the component that opened it, so both live in one effect.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setConnection(opened);
    return () => opened.close();
  }, [checkSignedIn, mustEnrol, reload]);
  if (!connection) return null;
  if (mustEnrol) {
    return (
      <Provider value={connection.client}>
        <EnrolPage />
      </Provider>
    );
  }
  return (
    <Provider value={connection.client}>
      <TicketChangesProvider reconnections={reconnections}>
        <ShellFrame>
          <Outlet />
        </ShellFrame>
      </TicketChangesProvider>
    </Provider>
  );
}
