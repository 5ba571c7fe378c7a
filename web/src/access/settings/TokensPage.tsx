import { Badge, Button, Skeleton, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { isPast } from '@/ui/time/time';
import { useCreateAccessToken } from '../mutations/useCreateAccessToken';
import { useRevokeAccessToken } from '../mutations/useRevokeAccessToken';
import { NewTokenDialog } from './NewTokenDialog';
import { SettingsSection } from './SettingsSection';

const TokenRowFragment = graphql(`
  fragment TokenRow on AccessToken {
    id
    name
    prefix
    readOnly
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

const TokensQuery = graphql(`
  query AccessTokens {
    accessTokens {
      id
      ...TokenRow
    }
  }
`);

export function TokensPage() {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: TokensQuery });
  const [creating, setCreating] = useState(false);
  const createToken = useCreateAccessToken();
  usePageTitle(t('settings.tokens'));
  const create = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
      {t('tokens.create')}
    </Button>
  );
  return (
    <SettingsSection wide title={t('settings.tokens')} text={t('tokens.text')} action={create}>
      {error && !data?.accessTokens ? (
        <LoadError failure={error} onRetry={refetch} />
      ) : !data?.accessTokens ? (
        <Skeleton height={120} role="status" aria-label={t('common.loading')} />
      ) : data.accessTokens.length === 0 ? (
        <EmptyState icon={IconKey} title={t('tokens.empty')} text={t('tokens.emptyText')} />
      ) : (
        <WideTable label={t('settings.tokens')} minWidth={560}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field.name')}</Table.Th>
                <Table.Th>{t('tokens.prefix')}</Table.Th>
                <Table.Th>{t('tokens.lastUsed')}</Table.Th>
                <Table.Th>{t('tokens.expires')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.accessTokens.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {creating && (
        <NewTokenDialog
          title={t('tokens.create')}
          run={createToken.run}
          running={createToken.running}
          onClose={() => {
            setCreating(false);
            refetch({ requestPolicy: 'network-only' });
          }}
        />
      )}
    </SettingsSection>
  );
}

function TokenRow({ token: masked }: { token: FragmentType<typeof TokenRowFragment> }) {
  const { t } = useTranslation();
  const token = readFragment(TokenRowFragment, masked);
  const revoke = useRevokeAccessToken();
  const expired = token.expiresAt != null && isPast(token.expiresAt);
  const confirm = () =>
    modals.openConfirmModal({
      title: t('tokens.revokeTitle', { name: token.name }),
      children: t('tokens.revokeText'),
      labels: { confirm: t('tokens.revoke'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void revoke.run({ accessTokenId: token.id }).then((outcome) => {
          if (!outcome.ok) notifyProblems(outcome.problems);
        }),
    });
  return (
    <Table.Tr>
      <Table.Td>
        {token.name}
        {(token.readOnly || token.scopes.length > 0) && (
          <Text size="xs" c="var(--app-muted)">
            {[token.readOnly && t('tokens.readOnly'), token.scopes.length > 0 && t('tokens.scopeCount', { count: token.scopes.length })].filter(Boolean).join(', ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ff="monospace">{token.prefix}…</Table.Td>
      <Table.Td>{token.lastUsedAt ? <Time at={token.lastUsedAt} /> : t('tokens.never')}</Table.Td>
      <Table.Td>{token.expiresAt ? <Time at={token.expiresAt} /> : t('tokens.never')}</Table.Td>
      <Table.Td ta="right">
        {token.revokedAt || expired ? (
          <Badge variant="default" size="sm" tt="none" fw={500}>
            {token.revokedAt ? t('tokens.revoked') : t('tokens.expired')}
          </Badge>
        ) : (
          <Button variant="default" loading={revoke.running} onClick={confirm}>
            {t('tokens.revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
