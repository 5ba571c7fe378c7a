import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconPlus, IconUserOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useCan } from '@/access/session';
import { graphql, readFragment } from '@/generated/staff';
import { useTicketChanges } from '@/tickets/TicketChanges';
import { useNewTicket } from '@/ui/shell/newTicketContext';
import { PageFrame } from '@/ui/shell/PageFrame';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { CustomerMenu } from './CustomerMenu';
import classes from './CustomerPage.module.css';
import { CustomerProfile, CustomerProfileFragment } from './CustomerProfile';
import { Notes } from './Notes';
import { Orders } from './Orders';
import { Timeline } from './Timeline';
import { CustomerTickets } from './CustomerTickets';

const CustomerQuery = graphql(`
  query Customer($id: ID!) {
    customer(id: $id) {
      id
      ...CustomerProfile
    }
  }
`);

const tabs = ['timeline', 'tickets', 'orders', 'notes'] as const;
type Tab = (typeof tabs)[number];

export function CustomerPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { customerId } = useParams({ from: '/shell/customers/$customerId' });
  const [{ data, error }, refetch] = useQuery({ query: CustomerQuery, variables: { id: customerId } });
  const [tab, setTab] = useState<Tab>('timeline');
  const newTicket = useNewTicket();
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const profile = readFragment(CustomerProfileFragment, data?.customer);
  useTicketChanges(reload);

  if (!data?.customer || !profile) {
    return (
      <PageFrame title={t('field.customer')}>
        {error ? (
          <LoadError failure={error} onRetry={reload} />
        ) : data ? (
          <EmptyState
            icon={IconUserOff}
            title={t('customer.notFound')}
            text={t('customer.notFoundText')}
            action={
              <Button variant="default" component={Link} to="/customers">
                {t('customers.all')}
              </Button>
            }
          />
        ) : (
          <Skeleton height={240} m="lg" w="auto" role="status" aria-label={t('common.loading')} />
        )}
      </PageFrame>
    );
  }
  const counts: Partial<Record<Tab, number>> = { tickets: profile.openTicketCount ?? 0, orders: profile.orderCount };
  return (
    <PageFrame
      title={profile.displayName}
      actions={
        <>
          {can('tickets.ticket.create') && (
            <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => newTicket(profile.id)}>
              {t('newTicket.title')}
            </Button>
          )}
          <CustomerMenu id={profile.id} version={profile.version} name={profile.displayName} />
        </>
      }
    >
      <div className={classes.split}>
        <aside className={classes.profile} aria-label={t('customer.profile')}>
          <CustomerProfile customer={data.customer} onConflict={reload} />
        </aside>
        <div className={classes.content}>
          <Tabs value={tab} onChange={(value) => setTab((value as Tab | null) ?? 'timeline')} keepMounted={false}>
            <Tabs.List>
              {tabs.filter((one) => one !== 'notes' || can('customers.note.read')).map((one) => (
                <Tabs.Tab key={one} value={one} rightSection={counts[one] ? <span className={classes.count}>{counts[one]}</span> : null}>
                  {t(`customer.tab.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="timeline" pt="md">
              <Timeline customerId={profile.id} />
            </Tabs.Panel>
            <Tabs.Panel value="tickets" pt="md">
              <CustomerTickets customerId={profile.id} />
            </Tabs.Panel>
            <Tabs.Panel value="orders" pt="md">
              <Orders customerId={profile.id} />
            </Tabs.Panel>
            <Tabs.Panel value="notes" pt="md">
              <Notes customerId={profile.id} />
            </Tabs.Panel>
          </Tabs>
        </div>
      </div>
    </PageFrame>
  );
}
