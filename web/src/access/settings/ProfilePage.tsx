import { Button, SegmentedControl, Select, Stack, Text, TextInput, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { languageNames, languages } from '@/ui/i18n/i18n';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useUpdateProfile } from '../mutations/useUpdateProfile';
import { EmailForm } from '../profile/EmailForm';
import { ProfileSections } from '../profile/ProfileSections';
import { SecuritySection } from '../security/SecuritySection';
import { useMe, useSession } from '../session';
import { LinkedAccounts } from '../sso/LinkedAccounts';
import { PasswordForm } from './PasswordForm';
import { SessionsSection } from './SessionsSection';
import { SettingsSection } from './SettingsSection';

function timeZones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([current, 'UTC', ...known])].filter(Boolean);
}

export function ProfilePage() {
  const { t } = useTranslation();
  const me = useMe();
  const { reload } = useSession();
  const update = useUpdateProfile();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const zones = useMemo(() => timeZones(me.timeZone), [me.timeZone]);
  const form = useForm({
    initialValues: { name: me.name, language: me.language, timeZone: me.timeZone },
    validate: { name: (value) => (value.trim() === '' ? t('setup.nameMissing') : null) },
  });
  usePageTitle(t('settings.profile'));

  const submit = form.onSubmit(async (values) => {
    const outcome = await update.run(values);
    if (!outcome.ok) {
      const { atFields, elsewhere } = splitByField(outcome.problems, ['name', 'language', 'timeZone']);
      form.setErrors(atFields);
      notifyProblems(elsewhere);
      return;
    }
    await reload();
    notifyDone(t('common.saved'));
  });

  return (
    <>
      <SettingsSection title={t('settings.profile')} text={me.email}>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
            <Select
              label={t('settings.language')}
              allowDeselect={false}
              data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
              {...form.getInputProps('language')}
            />
            <Select
              label={t('settings.timeZone')}
              description={t('settings.timeZoneHint')}
              searchable
              allowDeselect={false}
              limit={60}
              nothingFoundMessage={t('common.nothingFound')}
              data={zones}
              {...form.getInputProps('timeZone')}
            />
            <Button type="submit" loading={update.running} style={{ alignSelf: 'flex-start' }}>
              {t('common.save')}
            </Button>
          </Stack>
        </form>
      </SettingsSection>
      <ProfileSections />
      <SettingsSection title={t('settings.theme')}>
        <SegmentedControl
          size="xs"
          aria-label={t('settings.theme')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
        <Text size="xs" c="var(--app-muted)" mt={6}>
          {t('settings.themeHint')}
        </Text>
      </SettingsSection>
      <EmailForm />
      <PasswordForm />
      <SecuritySection />
      <LinkedAccounts />
      <SessionsSection />
    </>
  );
}
