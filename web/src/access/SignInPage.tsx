import { Alert, Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpError, requestJson } from '@/ui/http/http';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { EntryFrame } from './EntryFrame';
import { type Me, useSession } from './session';

export function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { email: '', password: '', remember: true },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.emailMissing') : null),
      password: (value) => (value === '' ? t('signIn.passwordMissing') : null),
    },
  });

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setFailure(null);
    try {
      await session.enter(await requestJson<Me>('POST', '/auth/sign-in', { ...values, email: values.email.trim() }));
      await navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true });
    } catch (error) {
      if (error instanceof HttpError && error.code === 'TOO_MANY_TRIES') {
        setFailure(t('signIn.tooManyTries', { count: Math.ceil((error.retryAfterSeconds ?? 60) / 60) }));
      } else {
        setFailure(problemsOf(error).map(sayProblem).join(' '));
      }
      form.setFieldValue('password', '');
      form.getInputNode('password')?.focus();
    } finally {
      setBusy(false);
    }
  });

  return (
    <EntryFrame title={t('signIn.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {failure && (
            <Alert color="red" role="alert">
              {failure}
            </Alert>
          )}
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            data-autofocus
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('field.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Checkbox
            size="sm"
            label={t('signIn.remember')}
            {...form.getInputProps('remember', { type: 'checkbox' })}
          />
          <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
