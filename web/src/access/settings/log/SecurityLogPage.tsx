import { Anchor, Button, Code, Collapse, Group, MultiSelect, Select, Skeleton, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePages } from '@/ui/graphql/usePages';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { Time } from '@/ui/time/Time';
import { SettingsSection } from '../SettingsSection';

const KindsQuery = graphql(`
  query SecurityLogKinds {
    securityLogKinds
  }
`);

const LogQuery = graphql(`
  query SecurityLog($filter: SecurityLogFilter, $first: Int!, $after: String) {
    securityLog(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        sequence
        at
        kind
        actorName
        actorKind
        subjectType
        subjectName
        address
        userAgent
        details
        hash
      }
    }
  }
`);

const periods = ['day', 'week', 'month', 'all'] as const;
const days = { day: 1, week: 7, month: 30 } as const;

function startOf(period: (typeof periods)[number]): string | null {
  return period === 'all' ? null : new Date(Date.now() - days[period] * 86_400_000).toISOString();
}

export function SecurityLogPage() {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<string[]>([]);
  const [period, setPeriod] = useState<(typeof periods)[number]>('month');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const [open, setOpen] = useState<string | null>(null);
  const from = useMemo(() => startOf(period), [period]);
  const [{ data: known }] = useQuery({ query: KindsQuery });
  const pages = usePages({
    document: LogQuery,
    variablesAt: (after) => ({ filter: { kinds, from, search: search || null }, first: 50, after }),
    read: ({ securityLog }) => securityLog && {
      nodes: securityLog.nodes,
      total: securityLog.totalCount,
      next: securityLog.pageInfo.hasNextPage ? (securityLog.pageInfo.endCursor ?? null) : null,
    },
  });
  usePageTitle(t('settings.securityLog'));
  const kindLabel = (kind: string) => t(`securityEvent.${kind.replace('.', '_')}` as 'securityEvent.user_created', { defaultValue: kind });
  const csv = `/security-log.csv?${new URLSearchParams([...kinds.map((kind) => ['kind', kind]), ...(from ? [['from', from]] : []), ...(search ? [['search', search]] : [])])}`;
  return (
    <SettingsSection
      wide
      title={t('settings.securityLog')}
      text={t('securityLog.text')}
      action={
        <Button variant="default" component="a" href={csv} download leftSection={<IconDownload size={14} aria-hidden />}>
          {t('securityLog.export')}
        </Button>
      }
    >
      <Group gap="xs" mb="sm" align="flex-start">
        <TextInput
          type="search"
          size="xs"
          w={220}
          aria-label={t('securityLog.search')}
          placeholder={t('securityLog.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <MultiSelect
          size="xs"
          w={260}
          clearable
          searchable
          aria-label={t('securityLog.kinds')}
          placeholder={kinds.length === 0 ? t('securityLog.allKinds') : undefined}
          data={(known?.securityLogKinds ?? []).map((kind) => ({ value: kind, label: kindLabel(kind) }))}
          value={kinds}
          onChange={setKinds}
        />
        <Select
          size="xs"
          w={150}
          allowDeselect={false}
          aria-label={t('securityLog.period')}
          data={periods.map((value) => ({ value, label: t(`securityLog.period_${value}`) }))}
          value={period}
          onChange={(value) => setPeriod((value ?? 'month') as typeof period)}
        />
      </Group>
      {pages.error && pages.rows.length === 0 ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.loading ? (
        <Skeleton height={320} role="status" aria-label={t('common.loading')} />
      ) : pages.rows.length === 0 ? (
        <EmptyState icon={IconShieldCheck} title={t('common.nothingFound')} text={t('securityLog.emptyText')} />
      ) : (
        <WideTable label={t('settings.securityLog')} minWidth={680}>
          <Table verticalSpacing={7}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('securityLog.when')}</Table.Th>
                <Table.Th>{t('securityLog.what')}</Table.Th>
                <Table.Th>{t('securityLog.who')}</Table.Th>
                <Table.Th>{t('securityLog.about')}</Table.Th>
                <Table.Th>{t('securityLog.address')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.rows.map((entry) => (
                <Fragment key={entry.id}>
                  <Table.Tr>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      <Time at={entry.at} />
                    </Table.Td>
                    <Table.Td>
                      <UnstyledButton aria-expanded={open === entry.id} onClick={() => setOpen(open === entry.id ? null : entry.id)}>
                        <Anchor component="span" size="sm" c="inherit" underline="hover">
                          {kindLabel(entry.kind)}
                        </Anchor>
                      </UnstyledButton>
                    </Table.Td>
                    <Table.Td>{entry.actorName || t('securityLog.nobody')}</Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.subjectName ?? '—'}</Table.Td>
                    <Table.Td className="number">{entry.address ?? '—'}</Table.Td>
                  </Table.Tr>
                  {open === entry.id && (
                    <Table.Tr>
                      <Table.Td colSpan={5}>
                        <Collapse expanded>
                          <Text size="sm">{entry.details ?? t('securityLog.noDetails')}</Text>
                          <Text size="xs" c="var(--app-muted)" mt={4} style={{ overflowWrap: 'anywhere' }}>
                            {[t('securityLog.entry', { number: entry.sequence }), entry.userAgent].filter(Boolean).join(' · ')}
                          </Text>
                          <Code mt={4}>{entry.hash}</Code>
                        </Collapse>
                      </Table.Td>
                    </Table.Tr>
                  )}
                </Fragment>
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
