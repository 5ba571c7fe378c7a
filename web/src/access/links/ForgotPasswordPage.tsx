import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '../EntryFrame';
import { ToSignIn } from './LinkFrame';
import { usePosted } from './usePosted';

/** Says the same to everybody: whether there is such an account, nobody learns here. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState<string | null>(null);
  const { busy, failure, post } = usePosted(() => undefined);
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('signIn.emailMissing')) },
  });
  const submit = form.onSubmit(async ({ email }) => {
    if (await post('/auth/forgot-password', { email: email.trim() })) setSent(email.trim());
  });
  if (sent) {
    return (
      <EntryFrame title={t('links.forgotDoneTitle')} text={t('links.forgotDoneText', { email: sent })}>
        <ToSignIn />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('links.forgotTitle')} text={t('links.forgotText')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {failure && (
            <Alert color="red" role="alert">
              {failure}
            </Alert>
          )}
          <TextInput label={t('field.email')} type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
          <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
            {t('links.forgotSubmit')}
          </Button>
          <ToSignIn />
        </Stack>
      </form>
    </EntryFrame>
  );
}
