import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage, toLanguage } from '@/ui/i18n/i18n';
import { type Me, useSession } from '../session';
import { LinkFrame } from './LinkFrame';
import { type LinkOwner, useLink } from './useLink';
import { usePosted } from './usePosted';

/** Somebody who was invited comes in. */
export function WelcomePage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/welcome' });
  const link = useLink('Invitation', token);
  const language = link.state.status === 'valid' ? link.state.owner.language : null;
  useEffect(() => {
    if (language) void switchLanguage(toLanguage(language));
  }, [language]);
  return (
    <LinkFrame
      state={link.state}
      waitingTitle={t('links.welcomeTitle', { name: '…' })}
      title={({ name }) => t('links.welcomeTitle', { name })}
      text={({ email }) => t('links.welcomeText', { email })}
      goneText={t('links.welcomeGone')}
      onRetry={link.retry}
    >
      {(owner) => <WelcomeForm owner={owner} token={token ?? ''} onGone={link.setGone} />}
    </LinkFrame>
  );
}

function WelcomeForm({ owner, token, onGone }: { owner: LinkOwner; token: string; onGone: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const { busy, failure, post } = usePosted(onGone);
  const least = owner.minPasswordLength;
  const form = useForm({
    initialValues: { name: owner.name, password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('setup.nameMissing') : null),
      password: (value) => (value.length < least ? t('password.tooShort', { count: least }) : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const me = await post<Me>('/auth/welcome', { token, ...values }, form.setErrors);
    if (!me) return;
    await session.enter(me);
    await navigate({ to: '/', replace: true });
  });
  return (
    <form onSubmit={submit} noValidate>
      <input type="text" autoComplete="username" value={owner.email} readOnly hidden />
      <Stack gap="sm">
        {failure && (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        )}
        <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
        <PasswordInput
          label={t('field.password')}
          description={t('password.hint', { count: least })}
          autoComplete="new-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
          {t('links.welcomeSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
