import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '../EntryFrame';
import { LinkFrame, ToSignIn } from './LinkFrame';
import { type LinkOwner, useLink } from './useLink';
import { usePosted } from './usePosted';

export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/reset-password' });
  const link = useLink('PasswordReset', token);
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <EntryFrame title={t('links.resetDoneTitle')} text={t('links.resetDoneText')}>
        <ToSignIn />
      </EntryFrame>
    );
  }
  return (
    <LinkFrame
      state={link.state}
      waitingTitle={t('links.resetTitle')}
      title={() => t('links.resetTitle')}
      text={({ email }) => t('links.resetText', { email })}
      goneMore={
        <Anchor component={Link} to="/forgot-password" size="sm">
          {t('links.askAgain')}
        </Anchor>
      }
      onRetry={link.retry}
    >
      {(owner) => <ResetForm owner={owner} token={token ?? ''} onGone={link.setGone} onDone={() => setDone(true)} />}
    </LinkFrame>
  );
}

function ResetForm({ owner, token, onGone, onDone }: { owner: LinkOwner; token: string; onGone: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { busy, failure, post } = usePosted(onGone);
  const least = owner.minPasswordLength;
  const form = useForm({
    initialValues: { password: '', repeated: '' },
    validate: {
      password: (value) => (value.length < least ? t('password.tooShort', { count: least }) : null),
      repeated: (value, values) => (value === values.password ? null : t('password.notRepeated')),
    },
  });
  const submit = form.onSubmit(async ({ password }) => {
    if (await post('/auth/reset-password', { token, password }, form.setErrors)) onDone();
  });
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } };
  return (
    <form onSubmit={submit} noValidate>
      <input type="text" autoComplete="username" value={owner.email} readOnly hidden />
      <Stack gap="sm">
        {failure && (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        )}
        <PasswordInput
          {...eye}
          label={t('password.new')}
          description={t('password.hint', { count: least })}
          autoComplete="new-password"
          autoFocus
          {...form.getInputProps('password')}
        />
        <PasswordInput {...eye} label={t('password.repeat')} autoComplete="new-password" {...form.getInputProps('repeated')} />
        <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
          {t('links.resetSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
