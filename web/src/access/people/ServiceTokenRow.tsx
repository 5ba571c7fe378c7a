import { Badge, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { notifyProblems } from '@/ui/states/notify';
import { isPast, shortDate } from '@/ui/time/time';
import { useRevokeServiceToken } from '../mutations/useRevokeServiceToken';

const ServiceTokenRowFragment = graphql(`
  fragment ServiceTokenRow on AccessToken {
    id
    name
    prefix
    readOnly
    scopes
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

export function ServiceTokenRow({ token: masked, onRevoked }: { token: FragmentType<typeof ServiceTokenRowFragment>; onRevoked: () => void }) {
  const { t } = useTranslation();
  const token = readFragment(ServiceTokenRowFragment, masked);
  const revoke = useRevokeServiceToken();
  const over = token.revokedAt != null || (token.expiresAt != null && isPast(token.expiresAt));
  const facts = [
    `${token.prefix}…`,
    token.readOnly && t('tokens.readOnly'),
    token.scopes.length > 0 && t('tokens.scopeCount', { count: token.scopes.length }),
    `${t('tokens.lastUsed')}: ${token.lastUsedAt ? shortDate(token.lastUsedAt) : t('tokens.never')}`,
    `${t('tokens.expires')}: ${token.expiresAt ? shortDate(token.expiresAt) : t('tokens.never')}`,
  ];
  const confirm = () =>
    modals.openConfirmModal({
      title: t('tokens.revokeTitle', { name: token.name }),
      children: t('tokens.revokeText'),
      labels: { confirm: t('tokens.revoke'), cancel: t('common.cancel') },
      confirmProps: { color: 'red.9' },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () =>
        void revoke.run({ accessTokenId: token.id }).then((outcome) => {
          if (outcome.ok) onRevoked();
          else notifyProblems(outcome.problems);
        }),
    });
  return (
    <Group justify="space-between" wrap="nowrap" mt="xs">
      <div>
        <Text size="sm">{token.name}</Text>
        <Text size="xs" c="var(--app-muted)">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      {over ? (
        <Badge variant="default" size="sm" tt="none" fw={500}>
          {token.revokedAt ? t('tokens.revoked') : t('tokens.expired')}
        </Badge>
      ) : (
        <Button variant="default" loading={revoke.running} onClick={confirm}>
          {t('tokens.revoke')}
        </Button>
      )}
    </Group>
  );
}
