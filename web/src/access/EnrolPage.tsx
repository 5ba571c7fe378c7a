import { Anchor, Button, Stack } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from './EntryFrame';
import { NewPasskeyDialog } from './security/NewPasskeyDialog';
import { TotpDialog } from './security/TotpDialog';
import { hasPasskeys } from './security/webauthn';
import { useSession } from './session';

/** Stands before the console when a role asks for a second factor that the person does not have yet. */
export function EnrolPage() {
  const { t } = useTranslation();
  const { reload, signOut } = useSession();
  const [dialog, setDialog] = useState<'app' | 'passkey' | null>(null);
  const common = { passwordNeeded: false, onClose: () => setDialog(null), onDone: () => void reload() };
  return (
    <EntryFrame title={t('security.enrolTitle')} text={t('security.enrolText')}>
      <Stack gap="sm">
        <Button size="sm" fullWidth leftSection={<IconDeviceMobile size={16} aria-hidden />} onClick={() => setDialog('app')}>
          {t('security.setUpApp')}
        </Button>
        {hasPasskeys() && (
          <Button size="sm" fullWidth variant="default" leftSection={<IconFingerprint size={16} aria-hidden />} onClick={() => setDialog('passkey')}>
            {t('security.addPasskey')}
          </Button>
        )}
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Anchor>
      </Stack>
      {dialog === 'app' && <TotpDialog {...common} />}
      {dialog === 'passkey' && <NewPasskeyDialog {...common} />}
    </EntryFrame>
  );
}
