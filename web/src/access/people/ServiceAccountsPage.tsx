import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlus, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { roleLabel } from '../settings/roleLabel';
import { SettingsSection } from '../settings/SettingsSection';
import { UserChoicesQuery } from '../settings/UserDialog';
import { NewServiceAccountDialog } from './NewServiceAccountDialog';
import { NewServiceTokenDialog } from './NewServiceTokenDialog';
import { ServiceTokenRow } from './ServiceTokenRow';
import { UserActions } from './UserActions';

const ServiceAccountsQuery = graphql(`
  query ServiceAccounts {
    serviceAccounts {
      user {
        id
        name
        roles
        state
      }
      tokens {
        id
        ...ServiceTokenRow
      }
    }
  }
`);

export function ServiceAccountsPage() {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: ServiceAccountsQuery });
  const [{ data: choices }] = useQuery({ query: UserChoicesQuery });
  const [creating, setCreating] = useState(false);
  const [tokenFor, setTokenFor] = useState<{ id: string; name: string } | null>(null);
  const roleNames = new Map((choices?.roles ?? []).map(({ key, name }) => [key, name]));
  const refetch = () => read({ requestPolicy: 'network-only' });
  return (
    <SettingsSection
      wide
      title={t('people.tabService')}
      text={t('service.text')}
      action={
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
          {t('service.create')}
        </Button>
      }
    >
      {error && !data ? (
        <LoadError failure={error} onRetry={refetch} />
      ) : !data?.serviceAccounts ? (
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      ) : data.serviceAccounts.length === 0 ? (
        <EmptyState icon={IconRobot} title={t('service.empty')} text={t('service.emptyText')} />
      ) : (
        <Stack gap="sm">
          {data.serviceAccounts.map(({ user, tokens }) => (
            <Paper key={user.id} withBorder p="sm" component="section" aria-label={user.name}>
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text size="sm" fw={500}>
                    {user.name}
                  </Text>
                  <Text size="xs" c="var(--app-muted)">
                    {user.roles.map((role) => roleLabel(t, role, roleNames.get(role))).join(', ')}
                  </Text>
                </div>
                <Group gap="xs" wrap="nowrap">
                  <Button variant="default" onClick={() => setTokenFor(user)} aria-label={t('service.newTokenFor', { name: user.name })}>
                    {t('service.newToken')}
                  </Button>
                  <UserActions user={user} onChanged={refetch} onLink={() => undefined} />
                </Group>
              </Group>
              {tokens.length === 0 ? (
                <Text size="xs" c="var(--app-muted)" mt="xs">
                  {t('service.noTokens')}
                </Text>
              ) : (
                tokens.map((token) => <ServiceTokenRow key={token.id} token={token} onRevoked={refetch} />)
              )}
            </Paper>
          ))}
        </Stack>
      )}
      {creating && (
        <NewServiceAccountDialog
          onClose={() => setCreating(false)}
          onCreated={() => {
            setCreating(false);
            refetch();
          }}
        />
      )}
      {tokenFor && (
        <NewServiceTokenDialog
          account={tokenFor}
          onClose={() => {
            setTokenFor(null);
            refetch();
          }}
        />
      )}
    </SettingsSection>
  );
}
