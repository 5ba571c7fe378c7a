import { ActionIcon, ScrollArea, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconEdit, IconFileImport, IconSearch, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { TicketViews } from '@/tickets/inbox/TicketViews';
import { openPalette } from '../palette/openPalette';
import { useNewTicket } from './newTicketContext';
import classes from './Sidebar.module.css';
import { UserMenu } from './UserMenu';

export function Sidebar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const newTicket = useNewTicket();
  return (
    <div className={classes.bar}>
      <div className={classes.head}>
        <img src="/favicon.svg" width={22} height={22} alt="" />
        <Text fw={600} size="sm" component="span" style={{ flex: 1 }}>
          ServiceCrm
        </Text>
        {can('tickets.ticket.create') && (
          <Tooltip label={t('newTicket.title')}>
            <ActionIcon variant="default" onClick={() => newTicket()} aria-label={t('newTicket.title')}>
              <IconEdit size={15} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={14} stroke={1.7} aria-hidden />
        <span style={{ flex: 1 }}>{t('palette.search')}</span>
        <kbd className={classes.key}>Ctrl K</kbd>
      </UnstyledButton>
      <ScrollArea className={classes.scroll} type="hover" scrollbarSize={6}>
        <nav aria-label={t('shell.navigation')}>
          {can('tickets.ticket.read') && <TicketViews />}
          {can('customers.customer.read') && (
            <section className={classes.section} aria-labelledby="nav-customers">
              <h2 id="nav-customers" className={classes.title}>
                {t('customers.title')}
              </h2>
              <Link to="/customers" className={classes.link} activeOptions={{ exact: true, includeSearch: false }}>
                <IconUsers size={15} stroke={1.6} aria-hidden />
                {t('customers.all')}
              </Link>
              {can('customers.import.run') && (
                <Link to="/customers/imports" className={classes.link}>
                  <IconFileImport size={15} stroke={1.6} aria-hidden />
                  {t('imports.title')}
                </Link>
              )}
            </section>
          )}
        </nav>
      </ScrollArea>
      <UserMenu onHelp={onHelp} />
    </div>
  );
}
