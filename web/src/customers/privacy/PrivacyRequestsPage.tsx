import { Button, Group, Select, Skeleton, Table } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsSection } from '@/access/settings/SettingsSection';
import { graphql } from '@/generated/staff';
import type { PrivacyRequestKind, PrivacyRequestState } from '@/generated/staff/graphql';
import { WideTable } from '@/ui/controls/WideTable';
import { usePages } from '@/ui/graphql/usePages';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { PrivacyRequestRow } from './PrivacyRequestRow';

const PrivacyRequestsQuery = graphql(`
  query PrivacyRequests($filter: PrivacyRequestFilter, $first: Int!, $after: String) {
    privacyRequests(filter: $filter, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        state
        ...PrivacyRequestRow
      }
    }
  }
`);

const kinds: readonly PrivacyRequestKind[] = ['EXPORT', 'ERASURE'];
const states: readonly PrivacyRequestState[] = ['OPEN', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED'];
const lookAgain = 2000;

export function PrivacyRequestsPage() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<PrivacyRequestKind | null>(null);
  const [state, setState] = useState<PrivacyRequestState | null>(null);
  const pages = usePages({
    document: PrivacyRequestsQuery,
    variablesAt: (after) => ({ filter: { kind, state }, first: 50, after }),
    read: ({ privacyRequests }) => privacyRequests && {
      nodes: privacyRequests.nodes,
      next: privacyRequests.pageInfo.hasNextPage ? (privacyRequests.pageInfo.endCursor ?? null) : null,
    },
  });
  usePageTitle(t('privacy.title'));
  // Work in the background goes on without telling; while some is under way the list looks again.
  const working = pages.rows.some((row) => row.state === 'OPEN' || row.state === 'RUNNING');
  const { refresh } = pages;
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(refresh, lookAgain);
    return () => clearInterval(timer);
  }, [working, refresh]);
  const filtered = kind !== null || state !== null;
  return (
    <SettingsSection wide title={t('privacy.title')} text={t('privacy.text')}>
      <Group gap="xs" mb="sm">
        <Select
          size="xs"
          clearable
          aria-label={t('privacy.kind')}
          placeholder={t('privacy.kind')}
          data={kinds.map((value) => ({ value, label: t(`privacyKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value as PrivacyRequestKind | null)}
        />
        <Select
          size="xs"
          clearable
          aria-label={t('field.status')}
          placeholder={t('field.status')}
          data={states.map((value) => ({ value, label: t(`privacyState.${value}`) }))}
          value={state}
          onChange={(value) => setState(value as PrivacyRequestState | null)}
        />
      </Group>
      {pages.error && pages.rows.length === 0 ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.loading ? (
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      ) : pages.rows.length === 0 ? (
        <EmptyState
          icon={IconShieldCheck}
          title={filtered ? t('common.nothingFound') : t('privacy.empty')}
          text={filtered ? undefined : t('privacy.emptyText')}
        />
      ) : (
        <WideTable label={t('privacy.title')} minWidth={760}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={40}>
                  <span className="visually-hidden">{t('privacy.report')}</span>
                </Table.Th>
                <Table.Th>{t('privacy.request')}</Table.Th>
                <Table.Th>{t('field.customer')}</Table.Th>
                <Table.Th>{t('field.status')}</Table.Th>
                <Table.Th>{t('privacy.due')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.rows.map((row) => (
                <PrivacyRequestRow key={row.id} row={row} onChanged={pages.refresh} />
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
