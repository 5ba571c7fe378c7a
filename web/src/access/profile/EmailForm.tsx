import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { useRequestEmailChange } from '../mutations/useRequestEmailChange';
import { useMe } from '../session';
import { SettingsSection } from '../settings/SettingsSection';

export function EmailForm() {
  const { t } = useTranslation();
  const me = useMe();
  const request = useRequestEmailChange();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initialValues: { newEmail: '', password: '' },
    validate: { newEmail: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('signIn.emailMissing')) },
  });
  const submit = form.onSubmit(async ({ newEmail, password }) => {
    const outcome = await request.run({ newEmail: newEmail.trim(), password });
    if (outcome.ok) {
      setSentTo(outcome.payload.sentTo ?? newEmail);
      form.reset();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['newEmail', 'password']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <SettingsSection title={t('profile.emailTitle')} text={t('profile.emailText', { email: me.email })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {sentTo && (
            <Alert color="pine" variant="light" role="status">
              {t('profile.emailSent', { email: sentTo })}
            </Alert>
          )}
          <TextInput label={t('profile.emailNew')} type="email" autoComplete="off" {...form.getInputProps('newEmail')} />
          <PasswordInput
            label={t('profile.emailPassword')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={request.running} style={{ alignSelf: 'flex-start' }}>
            {t('profile.emailSubmit')}
          </Button>
        </Stack>
      </form>
    </SettingsSection>
  );
}
