import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { sayTries } from './sayTries';
import { hasPasskeys, PasskeyCancelled, signInWithPasskey } from './security/webauthn';
import type { Me } from './session';

interface Props {
  main?: boolean;
  remember: boolean;
  onEnter: (me: Me) => Promise<void>;
  onFailure: (text: string | null) => void;
}

/** Signs in with a passkey; absent where the browser has none. */
export function PasskeyButton({ main = false, remember, onEnter, onFailure }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  if (!hasPasskeys()) return null;
  const go = async () => {
    setBusy(true);
    onFailure(null);
    try {
      await onEnter(await signInWithPasskey(remember));
    } catch (failure) {
      onFailure(
        failure instanceof PasskeyCancelled
          ? t('security.passkeyCancelled')
          : (sayTries(t, failure) ?? problemsOf(failure).map(sayProblem).join(' ')),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="sm"
      fullWidth
      variant={main ? 'filled' : 'default'}
      loading={busy}
      leftSection={<IconFingerprint size={16} aria-hidden />}
      onClick={() => void go()}
    >
      {t('security.signInWithPasskey')}
    </Button>
  );
}
