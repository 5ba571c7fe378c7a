import { Button, Skeleton, Table, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePages } from '@/ui/graphql/usePages';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useReplayDeadLetter } from '../mutations/useReplayDeadLetter';
import { SettingsSection } from './SettingsSection';

const DeadLetterRowFragment = graphql(`
  fragment DeadLetterRow on DeadLetter {
    id
    event
    reaction
    attempts
    lastError
    createdAt
  }
`);

const DeadLettersQuery = graphql(`
  query DeadLetters($first: Int!, $after: String) {
    deadLetters(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...DeadLetterRow
      }
    }
  }
`);

export function DeadLettersPage() {
  const { t } = useTranslation();
  const pages = usePages({
    document: DeadLettersQuery,
    variablesAt: (after) => ({ first: 50, after }),
    read: ({ deadLetters }) => deadLetters && {
      nodes: deadLetters.nodes,
      total: deadLetters.totalCount,
      next: deadLetters.pageInfo.hasNextPage ? (deadLetters.pageInfo.endCursor ?? null) : null,
    },
  });
  usePageTitle(t('settings.deadLetters'));
  return (
    <SettingsSection wide title={t('settings.deadLetters')} text={t('deadLetters.text')}>
      {pages.error && pages.rows.length === 0 ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.loading ? (
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      ) : pages.rows.length === 0 ? (
        <EmptyState icon={IconMailCheck} title={t('deadLetters.empty')} text={t('deadLetters.emptyText')} />
      ) : (
        <WideTable label={t('settings.deadLetters')} minWidth={640}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('deadLetters.what')}</Table.Th>
                <Table.Th>{t('deadLetters.error')}</Table.Th>
                <Table.Th>{t('deadLetters.attempts')}</Table.Th>
                <Table.Th>{t('deadLetters.since')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.rows.map((row) => (
                <DeadLetterRow key={row.id} letter={row} onReplayed={pages.refresh} />
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

function DeadLetterRow({ letter: masked, onReplayed }: { letter: FragmentType<typeof DeadLetterRowFragment>; onReplayed: () => void }) {
  const { t } = useTranslation();
  const letter = readFragment(DeadLetterRowFragment, masked);
  const replay = useReplayDeadLetter();
  const run = async () => {
    const outcome = await replay.run({ deadLetterId: letter.id });
    if (outcome.ok) notifyDone(t('deadLetters.replayed'));
    else notifyProblems(outcome.problems);
    onReplayed();
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {letter.reaction}
        </Text>
        <Text size="xs" c="var(--app-muted)">
          {letter.event}
        </Text>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{letter.lastError ?? '—'}</Table.Td>
      <Table.Td className="number">{letter.attempts}</Table.Td>
      <Table.Td>
        <Time at={letter.createdAt} />
      </Table.Td>
      <Table.Td ta="right">
        <Button variant="default" loading={replay.running} onClick={() => void run()}>
          {t('deadLetters.replay')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
