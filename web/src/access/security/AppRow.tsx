import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '@/ui/time/Time';
import type { SecurityDialog } from './DialogOf';
import type { OwnFactors } from './ownFactors';
import classes from './Security.module.css';

export function AppRow({ factors: { totp }, onOpen }: { factors: OwnFactors; onOpen: (dialog: SecurityDialog) => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <Text size="sm" fw={500}>
          {t('security.app')}
        </Text>
        <Text size="xs" c="var(--app-muted)">
          {totp ? (
            <>
              {t('security.on')}
              {totp.lastUsedAt && (
                <>
                  {' · '}
                  {t('security.lastUsed')} <Time at={totp.lastUsedAt} />
                </>
              )}
            </>
          ) : (
            t('security.appHint')
          )}
        </Text>
      </div>
      {totp ? (
        <Button variant="default" onClick={() => onOpen({ kind: 'disable' })}>
          {t('security.turnOff')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => onOpen({ kind: 'app' })}>
          {t('security.setUp')}
        </Button>
      )}
    </div>
  );
}
