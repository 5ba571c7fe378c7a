import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpError, requestJson } from '@/ui/http/http';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { PasskeyButton } from './PasskeyButton';
import { sayTries } from './sayTries';
import type { Me } from './session';

interface Props {
  methods: readonly string[];
  remember: boolean;
  onEnter: (me: Me) => Promise<void>;
  /** The first step no longer counts, or the person goes back. */
  onBack: (why: string | null) => void;
}

/** After the password: a code of the app, a passkey, or a recovery code. */
export function SecondStepForm({ methods, remember, onEnter, onBack }: Props) {
  const { t } = useTranslation();
  const [method, setMethod] = useState<'totp' | 'recovery'>(methods.includes('totp') ? 'totp' : 'recovery');
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const byPasskey = methods.includes('passkey');
  const [typing, setTyping] = useState(methods.includes('totp') || !byPasskey);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') {
      setFailure(t('security.codeMissing'));
      field.current?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await onEnter(await requestJson<Me>('POST', '/auth/second-factor', { method, code }));
    } catch (error) {
      if (error instanceof HttpError && error.code === 'SIGN_IN_AGAIN') {
        onBack(t('error.code.SIGN_IN_AGAIN'));
        return;
      }
      setFailure(sayTries(t, error) ?? problemsOf(error).map(sayProblem).join(' '));
      setCode('');
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  const choose = (next: 'totp' | 'recovery') => {
    setMethod(next);
    setTyping(true);
    setCode('');
    setFailure(null);
    field.current?.focus();
  };

  return (
    <Stack gap="sm">
      {failure && (
        <Alert color="red" role="alert">
          {failure}
        </Alert>
      )}
      {typing && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="sm">
            <TextInput
              ref={field}
              key={method}
              label={t(method === 'totp' ? 'security.code' : 'security.recoveryCode')}
              description={t(method === 'totp' ? 'security.codeHint' : 'security.recoveryCodeHint')}
              inputMode={method === 'totp' ? 'numeric' : 'text'}
              autoComplete={method === 'totp' ? 'one-time-code' : 'off'}
              autoFocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
              {t('signIn.submit')}
            </Button>
          </Stack>
        </form>
      )}
      {byPasskey && <PasskeyButton main={!typing} remember={remember} onEnter={onEnter} onFailure={setFailure} />}
      {(method === 'totp' || !typing) && methods.includes('recovery') && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => choose('recovery')}>
          {t('security.useRecoveryCode')}
        </Anchor>
      )}
      {method === 'recovery' && methods.includes('totp') && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => choose('totp')}>
          {t('security.useApp')}
        </Anchor>
      )}
      <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onBack(null)}>
        {t('security.otherAccount')}
      </Anchor>
    </Stack>
  );
}
