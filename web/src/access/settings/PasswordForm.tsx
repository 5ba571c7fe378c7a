import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useChangePassword } from '../mutations/useChangePassword';
import { useMe } from '../session';
import { SettingsSection } from './SettingsSection';

export function PasswordForm() {
  const { t } = useTranslation();
  const me = useMe();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', repeated: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('password.currentMissing') : null),
      newPassword: (value) => (value.length < 12 ? t('password.tooShort', { count: 12 }) : null),
      repeated: (value, values) => (value === values.newPassword ? null : t('password.notRepeated')),
    },
  });
  const submit = form.onSubmit(async ({ currentPassword, newPassword }) => {
    const outcome = await change.run({ currentPassword, newPassword });
    if (!outcome.ok) {
      const { atFields, elsewhere } = splitByField(outcome.problems, ['currentPassword', 'newPassword']);
      form.setErrors(atFields);
      notifyProblems(elsewhere);
      return;
    }
    form.reset();
    notifyDone(t('password.changed'));
  });
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } };
  return (
    <SettingsSection title={t('password.title')}>
      <form onSubmit={submit} noValidate>
        <input type="text" autoComplete="username" value={me.email} readOnly hidden />
        <Stack gap="sm">
          <PasswordInput {...eye} label={t('password.current')} autoComplete="current-password" {...form.getInputProps('currentPassword')} />
          <PasswordInput
            {...eye}
            label={t('password.new')}
            description={t('password.hint', { count: 12 })}
            autoComplete="new-password"
            {...form.getInputProps('newPassword')}
          />
          <PasswordInput {...eye} label={t('password.repeat')} autoComplete="new-password" {...form.getInputProps('repeated')} />
          <Button type="submit" loading={change.running} style={{ alignSelf: 'flex-start' }}>
            {t('password.submit')}
          </Button>
        </Stack>
      </form>
    </SettingsSection>
  );
}
