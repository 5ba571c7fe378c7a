import { Button, Group, Select, Skeleton, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMailOff, IconSearch, IconSend } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/generated/staff';
import type { MailState } from '@/generated/staff/graphql';
import { WideTable } from '@/ui/controls/WideTable';
import { usePages } from '@/ui/graphql/usePages';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useSendTestMail } from '../mutations/useSendTestMail';
import { MailRow } from './MailRow';
import { SettingsSection } from './SettingsSection';

const MailsQuery = graphql(`
  query Mails($filter: MailFilter, $first: Int!, $after: String) {
    mails(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        state
        lastError
        ...MailRow
      }
    }
  }
`);

const states: MailState[] = ['PLANNED', 'CLAIMED', 'HANDED_OVER', 'FAILED', 'UNKNOWN'];
const lookAgainAfter = 3000;

export function MailPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<MailState | null>(null);
  const [text, setText] = useState('');
  const [to] = useDebouncedValue(text.trim(), 200);
  const pages = usePages({
    document: MailsQuery,
    variablesAt: (after) => ({ filter: { state: state && [state], to: to || null }, first: 50, after }),
    read: ({ mails }) => mails && {
      nodes: mails.nodes,
      total: mails.totalCount,
      next: mails.pageInfo.hasNextPage ? (mails.pageInfo.endCursor ?? null) : null,
    },
  });
  usePageTitle(t('settings.mail'));
  // What has just been planned is on its way within seconds; somebody who looks wants to see it arrive.
  const onItsWay = pages.rows.some((row) => row.state === 'CLAIMED' || (row.state === 'PLANNED' && !row.lastError));
  const { refresh } = pages;
  useEffect(() => {
    if (!onItsWay) return undefined;
    const timer = setInterval(refresh, lookAgainAfter);
    return () => clearInterval(timer);
  }, [onItsWay, refresh]);
  return (
    <SettingsSection wide title={t('settings.mail')} text={t('mails.text')} action={<TestMailButton onSent={pages.refresh} />}>
      <Group gap="xs" mb="sm">
        <Select
          size="xs"
          w={180}
          clearable
          aria-label={t('mails.stateLabel')}
          placeholder={t('mails.anyState')}
          data={states.map((value) => ({ value, label: t(`mails.state.${value}`) }))}
          value={state}
          onChange={(value) => setState(value as MailState | null)}
        />
        <TextInput
          type="search"
          size="xs"
          maw={260}
          aria-label={t('mails.search')}
          placeholder={t('mails.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      {pages.error && pages.rows.length === 0 ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.loading ? (
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      ) : pages.rows.length === 0 ? (
        <EmptyState icon={IconMailOff} title={t('mails.empty')} text={t('mails.emptyText')} />
      ) : (
        <WideTable label={t('settings.mail')} minWidth={800}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('mails.stateLabel')}</Table.Th>
                <Table.Th>{t('mails.to')}</Table.Th>
                <Table.Th>{t('mails.subject')}</Table.Th>
                <Table.Th>{t('mails.attempts')}</Table.Th>
                <Table.Th>{t('mails.error')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.rows.map((row) => (
                <MailRow key={row.id} mail={row} onRetried={pages.refresh} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {pages.hasMore && (
        <Button variant="default" mt="sm" loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('common.more')}
        </Button>
      )}
    </SettingsSection>
  );
}

function TestMailButton({ onSent }: { onSent: () => void }) {
  const { t } = useTranslation();
  const test = useSendTestMail();
  const run = async () => {
    const outcome = await test.run({});
    if (outcome.ok) notifyDone(t('mails.testSent', { to: outcome.payload.mail?.to }));
    else notifyProblems(outcome.problems);
    onSent();
  };
  return (
    <Button leftSection={<IconSend size={14} aria-hidden />} loading={test.running} onClick={() => void run()}>
      {t('mails.test')}
    </Button>
  );
}
