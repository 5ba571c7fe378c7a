import {
  IconFileImport, IconInbox, IconKey, IconKeyboard, IconMail, IconMailX, IconMoon, IconPlus, IconSettings, IconSun,
  IconUserPlus, IconUsers, IconUsersGroup,
} from '@tabler/icons-react';
import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { viewKeys } from '@/tickets/inbox/inboxSearch';
import { useNewTicket } from '../shell/newTicketContext';

export interface Command {
  id: string;
  label: string;
  description?: string;
  icon: ReactNode;
  run: () => void;
}

const look = { size: 17, stroke: 1.6, 'aria-hidden': true } as const;

/** Pages and actions, as far as this person may use them. */
export function usePaletteCommands(onHelp: () => void): Command[] {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const newTicket = useNewTicket();
  const { setColorScheme } = useMantineColorScheme();
  const command = (allowed: boolean, id: string, label: string, icon: ReactNode, run: () => void): Command[] =>
    allowed ? [{ id, label, icon, run }] : [];
  return [
    ...command(can('tickets.ticket.create'), 'new-ticket', t('newTicket.title'), <IconPlus {...look} />, () => newTicket()),
    ...command(can('customers.customer.write'), 'new-customer', t('newCustomer.title'), <IconUserPlus {...look} />, () =>
      void navigate({ to: '/customers', hash: 'new' }),
    ),
    ...viewKeys.flatMap((view) =>
      command(can('tickets.ticket.read'), `view-${view}`, `${t('inbox.title')}: ${t(`view.${view}`)}`, <IconInbox {...look} />, () =>
        void navigate({ to: '/inbox/$view', params: { view }, search: {} }),
      ),
    ),
    ...command(can('customers.customer.read'), 'customers', t('customers.all'), <IconUsers {...look} />, () =>
      void navigate({ to: '/customers', search: {} }),
    ),
    ...command(can('customers.import.run'), 'imports', t('imports.title'), <IconFileImport {...look} />, () =>
      void navigate({ to: '/customers/imports' }),
    ),
    ...command(true, 'profile', t('settings.profile'), <IconSettings {...look} />, () => void navigate({ to: '/settings/profile' })),
    ...command(can('access.token.create'), 'tokens', t('settings.tokens'), <IconKey {...look} />, () =>
      void navigate({ to: '/settings/tokens' }),
    ),
    ...command(can('access.user.read'), 'users', t('settings.users'), <IconUsersGroup {...look} />, () =>
      void navigate({ to: '/settings/users' }),
    ),
    ...command(can('platform.mail.manage'), 'mail', t('settings.mail'), <IconMail {...look} />, () => void navigate({ to: '/settings/mail' })),
    ...command(can('platform.outbox.manage'), 'dead-letters', t('settings.deadLetters'), <IconMailX {...look} />, () =>
      void navigate({ to: '/settings/dead-letters' }),
    ),
    ...command(true, 'light', `${t('settings.theme')}: ${t('theme.light')}`, <IconSun {...look} />, () => setColorScheme('light')),
    ...command(true, 'dark', `${t('settings.theme')}: ${t('theme.dark')}`, <IconMoon {...look} />, () => setColorScheme('dark')),
    ...command(true, 'help', t('shortcuts.title'), <IconKeyboard {...look} />, onHelp),
  ];
}
