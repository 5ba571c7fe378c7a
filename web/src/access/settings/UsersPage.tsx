import { Badge, Button, Group, Skeleton, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { usePages } from '@/ui/graphql/usePages';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { useCan } from '../session';
import { roleLabel } from './roleLabel';
import { SettingsSection } from './SettingsSection';
import { UserChoicesQuery, UserDialog, UserRowFragment } from './UserDialog';

const UsersQuery = graphql(`
  query Users($search: String, $first: Int!, $after: String) {
    users(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...UserRow
      }
    }
  }
`);

type Row = FragmentType<typeof UserRowFragment>;

export function UsersPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const [dialog, setDialog] = useState<{ user: Row | null } | null>(null);
  const pages = usePages({
    document: UsersQuery,
    variablesAt: (after) => ({ search: search || null, first: 50, after }),
    read: ({ users }) => users && {
      nodes: users.nodes,
      total: users.totalCount,
      next: users.pageInfo.hasNextPage ? (users.pageInfo.endCursor ?? null) : null,
    },
  });
  const manage = can('access.user.manage');
  const [{ data: choices }] = useQuery({ query: UserChoicesQuery });
  const roleNames = new Map((choices?.roles ?? []).map(({ key, name }) => [key, name]));
  usePageTitle(t('settings.users'));
  return (
    <SettingsSection
      wide
      title={t('settings.users')}
      action={
        manage && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDialog({ user: null })}>
            {t('users.create')}
          </Button>
        )
      }
    >
      <TextInput
        type="search"
        size="xs"
        maw={260}
        mb="sm"
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {pages.error && pages.rows.length === 0 ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.loading ? (
        <Skeleton height={240} role="status" aria-label={t('common.loading')} />
      ) : pages.rows.length === 0 ? (
        <EmptyState icon={IconUserOff} title={t('common.nothingFound')} text={t('users.emptyText')} />
      ) : (
        <WideTable label={t('settings.users')} minWidth={600}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field.name')}</Table.Th>
                <Table.Th>{t('users.roles')}</Table.Th>
                <Table.Th>{t('settings.teams')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.rows.map((row) => (
                <UserRow key={row.id} user={row} roleNames={roleNames} onEdit={manage ? () => setDialog({ user: row }) : undefined} />
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
      {dialog && (
        <UserDialog
          user={dialog.user}
          onClose={() => setDialog(null)}
          onSaved={() => {
            setDialog(null);
            pages.refresh();
          }}
        />
      )}
    </SettingsSection>
  );
}

function UserRow({ user: masked, roleNames, onEdit }: { user: Row; roleNames: Map<string, string>; onEdit?: () => void }) {
  const { t } = useTranslation();
  const user = readFragment(UserRowFragment, masked);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={10} wrap="nowrap">
          <PersonAvatar name={user.name} size={26} />
          <div>
            <Group gap={6}>
              <Text size="sm" fw={500} component="span">
                {user.name}
              </Text>
              {!user.active && (
                <Badge size="xs" variant="default" tt="none">
                  {t('users.inactive')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="var(--app-muted)">
              {user.email}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>{user.roles.map((role) => roleLabel(t, role, roleNames.get(role))).join(', ')}</Table.Td>
      <Table.Td>{user.teams.map((team) => team.name).join(', ') || '—'}</Table.Td>
      <Table.Td ta="right">
        {onEdit && (
          <Button variant="default" onClick={onEdit} aria-label={t('users.editOne', { name: user.name })}>
            {t('users.edit')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
