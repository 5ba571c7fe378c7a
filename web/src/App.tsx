import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SessionProvider } from './access/session';
import { router } from './router';
import { ErrorBoundary } from './ui/states/ErrorBoundary';
import { LoadError } from './ui/states/LoadError';
import { theme } from './ui/theme';

export function App() {
  const { t } = useTranslation();
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ErrorBoundary fallback={(failure) => <LoadError failure={failure} onRetry={() => window.location.reload()} />}>
        <ModalsProvider labels={{ confirm: t('common.confirm'), cancel: t('common.cancel') }}>
          <Notifications position="bottom-center" limit={4} />
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </ModalsProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
