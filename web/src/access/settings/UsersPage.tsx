import { Button, Group, Skeleton, Table, Text, TextInput } from '@mantine/core';
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
import { InviteDialog } from '../people/InviteDialog';
import { LinkDialog } from '../people/LinkDialog';
import { StateBadges } from '../people/StateBadges';
import { UserActions } from '../people/UserActions';
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
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<string | null>(null);
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
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={() => setDialog({ user: null })}>
              {t('users.create')}
            </Button>
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setInviting(true)}>
              {t('people.invite')}
            </Button>
          </Group>
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
                <UserRow key={row.id} user={row} roleNames={roleNames} onEdit={manage ? () => setDialog({ user: row }) : undefined} onChanged={pages.refresh} onLink={setLink} />
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
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(made) => {
            setInviting(false);
            setLink(made);
            pages.refresh();
          }}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
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

interface RowProps {
  user: Row;
  roleNames: Map<string, string>;
  onEdit?: () => void;
  onChanged: () => void;
  onLink: (link: string) => void;
}

function UserRow({ user: masked, roleNames, onEdit, onChanged, onLink }: RowProps) {
  const { t } = useTranslation();
  const user = readFragment(UserRowFragment, masked);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={10} wrap="nowrap">
          <PersonAvatar name={user.name} url={user.avatarUrl} size={26} />
          <div>
            <Group gap={6}>
              <Text size="sm" fw={500} component="span">
                {user.name}
              </Text>
              <StateBadges user={user} />
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
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            <Button variant="default" onClick={onEdit} aria-label={t('users.editOne', { name: user.name })}>
              {t('users.edit')}
            </Button>
            <UserActions user={user} onChanged={onChanged} onLink={onLink} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
