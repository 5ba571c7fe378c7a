import { ActionIcon, Drawer, Group, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { openPalette } from '../palette/openPalette';
import { ShortcutsHelp } from '../shortcuts/ShortcutsHelp';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { ErrorBoundary } from '../states/ErrorBoundary';
import { LoadError } from '../states/LoadError';
import { FactorBanner } from './FactorBanner';
import { NewTicketContext } from './newTicketContext';
import { ReadOnlyBanner } from './ReadOnlyBanner';
import { Sidebar } from './Sidebar';
import classes from './ShellFrame.module.css';

const CommandPalette = lazy(() => import('../palette/CommandPalette').then((m) => ({ default: m.CommandPalette })));
const NewTicketDialog = lazy(() => import('@/tickets/create/NewTicketDialog').then((m) => ({ default: m.NewTicketDialog })));

export function ShellFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const can = useCan();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [menu, menuActions] = useDisclosure(false);
  const [help, helpActions] = useDisclosure(false);
  const [newTicketFor, setNewTicketFor] = useState<{ customerId?: string } | null>(null);
  const openNewTicket = (customerId?: string) => setNewTicketFor({ customerId });

  useShortcuts({
    '?': helpActions.open,
    ...(can('tickets.ticket.create') ? { c: () => openNewTicket() } : {}),
  });
  // Here and not in the palette, which loads later: a key pressed right after the page appeared must not be lost.
  useHotkeys([['mod+K', openPalette]], []);
  useEffect(() => menuActions.close(), [path, menuActions]);

  return (
    <NewTicketContext value={openNewTicket}>
      <a href="#content" className="skip-link">
        {t('shell.skip')}
      </a>
      <div className={classes.frame}>
        <aside className={classes.side}>
          <Sidebar onHelp={helpActions.open} />
        </aside>
        <nav className={classes.top} aria-label={t('shell.menu')}>
          <ActionIcon onClick={menuActions.open} aria-label={t('shell.menu')}>
            <IconMenu2 size={18} aria-hidden />
          </ActionIcon>
          <Group gap={8}>
            <img src="/favicon.svg" width={20} height={20} alt="" />
            <Text fw={600} size="sm">
              ServiceCrm
            </Text>
          </Group>
          <ActionIcon onClick={openPalette} aria-label={t('palette.open')}>
            <IconSearch size={18} aria-hidden />
          </ActionIcon>
        </nav>
        <main id="content" tabIndex={-1} className={classes.content}>
          <ReadOnlyBanner />
          <FactorBanner />
          <ErrorBoundary resetKey={path} fallback={(failure, retry) => <LoadError failure={failure} onRetry={retry} />}>
            {children}
          </ErrorBoundary>
          <div id="hints" />
        </main>
      </div>
      <Drawer
        opened={menu}
        onClose={menuActions.close}
        size={264}
        padding={0}
        withCloseButton={false}
        attributes={{ content: { 'aria-label': t('shell.menu') } }}
      >
        <div className={classes.drawer}>
          <Sidebar onHelp={helpActions.open} />
        </div>
      </Drawer>
      <ShortcutsHelp opened={help} onClose={helpActions.close} />
      <Suspense>
        <CommandPalette onHelp={helpActions.open} />
        {newTicketFor && <NewTicketDialog customerId={newTicketFor.customerId} onClose={() => setNewTicketFor(null)} />}
      </Suspense>
    </NewTicketContext>
  );
}
