import { Badge, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { IconLock, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { useCan, useMe } from '../session';
import { OpenDeskButton } from './OpenDeskButton';
import { SettingsSection } from './SettingsSection';
import { TeamDialog, TeamRowFragment } from './TeamDialog';

const TeamsQuery = graphql(`
  query Teams {
    teams {
      id
      ...TeamRow
    }
  }
`);

type Row = FragmentType<typeof TeamRowFragment>;

export function TeamsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [{ data, error }, refetch] = useQuery({ query: TeamsQuery });
  const [dialog, setDialog] = useState<{ team: Row | null } | null>(null);
  const manage = can('access.team.manage');
  usePageTitle(t('settings.teams'));
  const create = manage && (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDialog({ team: null })}>
      {t('teams.create')}
    </Button>
  );
  return (
    <SettingsSection wide title={t('settings.teams')} text={t('teams.text')} action={create}>
      {error && !data?.teams ? (
        <LoadError failure={error} onRetry={refetch} />
      ) : !data?.teams ? (
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      ) : data.teams.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={t('teams.empty')} text={t('teams.emptyText')} />
      ) : (
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field.name')}</Table.Th>
              <Table.Th>{t('teams.members')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('common.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.teams.map((team) => (
              <TeamRow key={team.id} team={team} onEdit={manage ? () => setDialog({ team }) : undefined} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {dialog && (
        <TeamDialog
          team={dialog.team}
          onClose={() => setDialog(null)}
          onSaved={() => {
            setDialog(null);
            refetch({ requestPolicy: 'network-only' });
          }}
        />
      )}
    </SettingsSection>
  );
}

function TeamRow({ team: masked, onEdit }: { team: Row; onEdit?: () => void }) {
  const { t } = useTranslation();
  const team = readFragment(TeamRowFragment, masked);
  const can = useCan();
  const me = useMe();
  return (
    <Table.Tr>
      <Table.Td fw={500}>
        <Group gap={6} wrap="nowrap">
          {team.name}
          {team.confidential && (
            <Badge size="xs" variant="default" tt="none" leftSection={<IconLock size={10} aria-hidden />}>
              {t('teams.confidential')}
            </Badge>
          )}
        </Group>
        {team.parent && (
          <Text size="xs" c="var(--app-muted)" fw={400}>
            {t('teams.parent')} {team.parent.name}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{team.members.map((user) => user.name).join(', ') || '—'}</Table.Td>
      <Table.Td ta="right">
        <Group gap="xs" justify="flex-end" wrap="nowrap">
        {team.confidential && can('access.desk.open') && team.members.every((user) => user.id !== me.id) && <OpenDeskButton team={team} />}
        {onEdit && (
          <Button variant="default" onClick={onEdit} aria-label={t('users.editOne', { name: team.name })}>
            {t('users.edit')}
          </Button>
        )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
