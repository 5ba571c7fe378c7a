import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SecurityDialog } from './DialogOf';
import type { OwnFactors } from './ownFactors';
import classes from './Security.module.css';

export function CodesRow({ factors, onOpen }: { factors: OwnFactors; onOpen: (dialog: SecurityDialog) => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <Text size="sm" fw={500}>
          {t('security.codes')}
        </Text>
        <Text size="xs" c="var(--app-muted)">
          {t('security.codesLeft', { count: factors.recoveryCodesLeft })}
        </Text>
      </div>
      <Button variant="default" onClick={() => onOpen({ kind: 'codes' })}>
        {t('security.newCodes')}
      </Button>
    </div>
  );
}
