import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, readFragment } from '@/generated/staff';
import { HistoryItem, HistoryItemFragment } from './HistoryItem';

const ConflictHistoryQuery = graphql(`
  query ConflictHistory($ticketId: ID!) {
    ticket(id: $ticketId) {
      id
      history(last: 30) {
        nodes {
          id
          at
          ...HistoryItem
        }
      }
    }
  }
`);

interface Props {
  ticketId: string;
  /** When the version this person worked on was made. */
  since: string;
  name: string;
  onReapply: () => void;
  onKeep: () => void;
}

export function ConflictDialog({ ticketId, since, name, onReapply, onKeep }: Props) {
  const { t } = useTranslation();
  const [{ data, fetching }] = useQuery({
    query: ConflictHistoryQuery,
    variables: { ticketId },
    requestPolicy: 'network-only',
  });
  const news = (data?.ticket?.history.nodes ?? [])
    .filter((entry) => Date.parse(entry.at) > Date.parse(since))
    .toSorted((one, other) => one.at.localeCompare(other.at));
  const actors = [...new Set(news.map((entry) => readFragment(HistoryItemFragment, entry).actorName))];
  return (
    <Modal opened onClose={onKeep} title={t('conflict.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <Text size="sm">
          {actors.length > 0
            ? t('conflict.textBy', { who: actors.join(', '), name })
            : t('conflict.text', { name })}
        </Text>
        {fetching ? (
          <Loader size="xs" type="dots" aria-label={t('common.loading')} />
        ) : (
          news.length > 0 && (
            <Stack gap={6} component="ul" m={0} pl={0} aria-label={t('conflict.news')}>
              {news.map((entry) => (
                <HistoryItem key={entry.id} entry={entry} as="li" />
              ))}
            </Stack>
          )
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onKeep}>
            {t('conflict.keep')}
          </Button>
          <Button data-autofocus onClick={onReapply}>
            {t('conflict.reapply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
