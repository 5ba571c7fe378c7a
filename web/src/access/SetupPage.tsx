import { Alert, Anchor, Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpError, requestJson } from '@/ui/http/http';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { EntryFrame } from './EntryFrame';
import { type Me, useSession } from './session';

type LinkState = 'checking' | 'valid' | 'invalid';

/** The first administrator comes in through a one-time link that the server prints at its first start. */
export function SetupPage() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const { token } = useSearch({ from: '/setup' });
  const [link, setLink] = useState<LinkState>('checking');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('setup.nameMissing') : null),
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('signIn.emailMissing')),
      password: (value) => (value.length < 12 ? t('password.tooShort', { count: 12 }) : null),
    },
  });

  useEffect(() => {
    requestJson('GET', `/auth/setup?token=${encodeURIComponent(token ?? '')}`).then(
      () => setLink('valid'),
      (error: unknown) => {
        if (error instanceof HttpError && error.status !== 404) setFailure(problemsOf(error).map(sayProblem).join(' '));
        setLink('invalid');
      },
    );
  }, [token]);

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setFailure(null);
    try {
      await session.enter(await requestJson<Me>('POST', '/auth/setup', { token, ...values, email: values.email.trim() }));
      await navigate({ to: '/', replace: true });
    } catch (error) {
      if (error instanceof HttpError && error.fieldErrors.length > 0) {
        form.setErrors(Object.fromEntries(error.fieldErrors.map((one) => [one.path, one.message])));
      } else setFailure(problemsOf(error).map(sayProblem).join(' '));
    } finally {
      setBusy(false);
    }
  });

  if (link === 'checking') {
    return (
      <EntryFrame title={t('setup.title')}>
        <Skeleton height={180} aria-label={t('common.loading')} role="status" />
      </EntryFrame>
    );
  }
  if (link === 'invalid') {
    return (
      <EntryFrame title={t('setup.invalidTitle')} text={failure ?? t('setup.invalidText')}>
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('setup.toSignIn')}
        </Anchor>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('setup.title')} text={t('setup.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {failure && (
            <Alert color="red" role="alert">
              {failure}
            </Alert>
          )}
          <TextInput label={t('field.name')} autoComplete="name" autoFocus key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('field.password')}
            description={t('password.hint', { count: 12 })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
