import { Button, Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { splitByField } from '@/ui/graphql/problems';
import { languageNames, languages } from '@/ui/i18n/i18n';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useInviteUser } from '../mutations/useInviteUser';
import { useMe } from '../session';
import { roleLabel } from '../settings/roleLabel';
import { UserChoicesQuery } from '../settings/UserDialog';

interface Props {
  onClose: () => void;
  /** The link is there only where no mail server is set up. */
  onInvited: (link: string | null) => void;
}

export function InviteDialog({ onClose, onInvited }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [{ data }] = useQuery({ query: UserChoicesQuery });
  const invite = useInviteUser();
  const form = useForm({
    initialValues: { email: '', name: '', roles: ['Agent'], teamIds: [] as string[], language: me.language },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('signIn.emailMissing')),
      name: (value) => (value.trim() === '' ? t('setup.nameMissing') : null),
      roles: (value) => (value.length === 0 ? t('users.roleMissing') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const outcome = await invite.run({ ...values, email: values.email.trim(), timeZone: me.timeZone });
    if (outcome.ok) {
      if (!outcome.payload.link) notifyDone(t('people.invited'));
      onInvited(outcome.payload.link ?? null);
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['email', 'name', 'roles', 'teamIds', 'language']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal opened onClose={onClose} title={t('people.inviteTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="var(--app-muted)">
            {t('people.inviteText')}
          </Text>
          <TextInput data-autofocus label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <TextInput label={t('field.name')} autoComplete="off" {...form.getInputProps('name')} />
          <MultiSelect
            label={t('users.roles')}
            data={(data?.roles ?? [{ key: 'Agent', name: 'Agent' }]).map(({ key, name }) => ({ value: key, label: roleLabel(t, key, name) }))}
            {...form.getInputProps('roles')}
          />
          <MultiSelect
            label={t('settings.teams')}
            data={(data?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
            {...form.getInputProps('teamIds')}
          />
          <Select
            label={t('settings.language')}
            allowDeselect={false}
            data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
            {...form.getInputProps('language')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={invite.running}>
              {t('people.inviteSubmit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
