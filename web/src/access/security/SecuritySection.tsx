import { Alert, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LoadError } from '@/ui/states/LoadError';
import { notifyDone } from '@/ui/states/notify';
import { useSession } from '../session';
import { SettingsSection } from '../settings/SettingsSection';
import { AppRow } from './AppRow';
import { CodesRow } from './CodesRow';
import { DialogOf, type SecurityDialog } from './DialogOf';
import { OwnFactorsQuery, readFactors } from './ownFactors';
import { PasskeyRows } from './PasskeyRows';

/** What protects the own sign-in besides the password. */
export function SecuritySection() {
  const { t } = useTranslation();
  const { reload } = useSession();
  const [{ data, error }, refetch] = useQuery({ query: OwnFactorsQuery, requestPolicy: 'cache-and-network' });
  const [dialog, setDialog] = useState<SecurityDialog | null>(null);
  const again = () => refetch({ requestPolicy: 'network-only' });
  const factors = readFactors(data?.secondFactors);
  const done = () => {
    setDialog(null);
    notifyDone(t('common.saved'));
    again();
    void reload();
  };
  const any = factors !== undefined && factors !== null && (factors.totp != null || factors.passkeys.length > 0);
  return (
    <SettingsSection title={t('security.title')} text={t('security.text')}>
      {error && !factors ? (
        <LoadError failure={error} onRetry={again} />
      ) : !factors ? (
        <Skeleton height={120} role="status" aria-label={t('common.loading')} />
      ) : (
        <>
          {any && factors.recoveryCodesAreFew && (
            <Alert color="yellow" variant="light" mb="sm">
              {t('security.fewCodes', { count: factors.recoveryCodesLeft })}
            </Alert>
          )}
          <AppRow factors={factors} onOpen={setDialog} />
          <PasskeyRows factors={factors} onOpen={setDialog} />
          {any && <CodesRow factors={factors} onOpen={setDialog} />}
        </>
      )}
      {dialog && factors && <DialogOf dialog={dialog} factors={factors} onClose={() => setDialog(null)} onDone={done} />}
    </SettingsSection>
  );
}
