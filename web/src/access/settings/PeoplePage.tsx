import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../session';
import { ServiceAccountsPage } from '../people/ServiceAccountsPage';
import { UsersPage } from './UsersPage';

/** People, and for whoever manages them the accounts of programs. */
export function PeoplePage() {
  const { t } = useTranslation();
  const can = useCan();
  const [tab, setTab] = useState<string | null>('people');
  if (!can('access.user.manage')) return <UsersPage />;
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="people">{t('people.tabPeople')}</Tabs.Tab>
        <Tabs.Tab value="service">{t('people.tabService')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="people">
        <UsersPage />
      </Tabs.Panel>
      <Tabs.Panel value="service">
        <ServiceAccountsPage />
      </Tabs.Panel>
    </Tabs>
  );
}
