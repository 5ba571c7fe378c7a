import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useUpdateProfile } from '../mutations/useUpdateProfile';
import { SettingsSection } from '../settings/SettingsSection';

export function AboutForm(initialValues: { jobTitle: string; phone: string; signature: string }) {
  const { t } = useTranslation();
  const update = useUpdateProfile();
  const form = useForm({ initialValues });
  const submit = form.onSubmit(async (values) => {
    const outcome = await update.run(values);
    if (outcome.ok) {
      notifyDone(t('common.saved'));
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['jobTitle', 'phone', 'signature']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <SettingsSection title={t('profile.about')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput label={t('profile.jobTitle')} autoComplete="organization-title" {...form.getInputProps('jobTitle')} />
          <TextInput label={t('field.phone')} type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
          <Textarea
            label={t('profile.signature')}
            description={t('profile.signatureHint', { open: '{{', close: '}}' })}
            autosize
            minRows={3}
            maxRows={10}
            {...form.getInputProps('signature')}
          />
          <Button type="submit" loading={update.running} aria-label={`${t('common.save')}: ${t('profile.about')}`} style={{ alignSelf: 'flex-start' }}>
            {t('common.save')}
          </Button>
        </Stack>
      </form>
    </SettingsSection>
  );
}
