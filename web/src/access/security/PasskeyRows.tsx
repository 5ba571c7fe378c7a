import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '@/ui/time/Time';
import type { SecurityDialog } from './DialogOf';
import type { OwnFactors } from './ownFactors';
import classes from './Security.module.css';
import { hasPasskeys } from './webauthn';

export function PasskeyRows({ factors: { passkeys }, onOpen }: { factors: OwnFactors; onOpen: (dialog: SecurityDialog) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.row}>
        <div className={classes.what}>
          <Text size="sm" fw={500}>
            {t('security.passkeys')}
          </Text>
          <Text size="xs" c="var(--app-muted)">
            {hasPasskeys() ? t('security.passkeysHint') : t('security.passkeysMissing')}
          </Text>
        </div>
        {hasPasskeys() && (
          <Button variant="default" onClick={() => onOpen({ kind: 'passkey' })}>
            {t('security.addPasskey')}
          </Button>
        )}
      </div>
      {passkeys.map((passkey) => (
        <div className={classes.row} key={passkey.id}>
          <div className={classes.what}>
            <Text size="sm">{passkey.name}</Text>
            <Text size="xs" c="var(--app-muted)">
              {t('security.since')} <Time at={passkey.createdAt} />
              {passkey.lastUsedAt && (
                <>
                  {' · '}
                  {t('security.lastUsed')} <Time at={passkey.lastUsedAt} />
                </>
              )}
            </Text>
          </div>
          <Group gap="xs">
            <Button variant="default" aria-label={t('security.renameOne', { name: passkey.name })} onClick={() => onOpen({ kind: 'rename', passkey })}>
              {t('security.rename')}
            </Button>
            <Button variant="default" aria-label={t('security.removeOne', { name: passkey.name })} onClick={() => onOpen({ kind: 'remove', passkey })}>
              {t('common.remove')}
            </Button>
          </Group>
        </div>
      ))}
    </>
  );
}
