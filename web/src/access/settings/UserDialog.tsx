import { Button, Group, Modal, MultiSelect, PasswordInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { splitByField } from '@/ui/graphql/problems';
import { languageNames, languages } from '@/ui/i18n/i18n';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useCreateUser } from '../mutations/useCreateUser';
import { useUpdateUser } from '../mutations/useUpdateUser';
import { useMe } from '../session';
import { ResetFactorsButton } from './ResetFactorsButton';
import { roleLabel } from './roleLabel';

export const UserRowFragment = graphql(`
  fragment UserRow on User {
    id
    name
    email
    roles
    active
    language
    timeZone
    state
    invitedUntil
    avatarUrl
    availability {
      absentUntil
    }
    teams {
      id
      name
    }
  }
`);

export const UserChoicesQuery = graphql(`
  query UserChoices {
    roles {
      key
      name
    }
    teams {
      id
      name
    }
  }
`);

interface Props {
  /** null makes a new one. */
  user: FragmentType<typeof UserRowFragment> | null;
  onClose: () => void;
  onSaved: () => void;
}

export function UserDialog({ user: masked, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const user = readFragment(UserRowFragment, masked);
  const [{ data }] = useQuery({ query: UserChoicesQuery });
  const create = useCreateUser();
  const update = useUpdateUser();
  const form = useForm({
    initialValues: {
      name: user?.name ?? '',
      email: user?.email ?? '',
      password: '',
      roles: user?.roles ?? ['Agent'],
      teamIds: user?.teams.map((team) => team.id) ?? [],
      language: user?.language ?? 'en',
      active: user?.active ?? true,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('setup.nameMissing') : null),
      email: (value) => (user || /^\S+@\S+$/.test(value.trim()) ? null : t('signIn.emailMissing')),
      password: (value) => (user || value.length >= 12 ? null : t('password.tooShort', { count: 12 })),
      roles: (value) => (value.length === 0 ? t('users.roleMissing') : null),
    },
  });

  const submit = form.onSubmit(async ({ name, email, password, roles, teamIds, language, active }) => {
    const outcome = user
      ? await update.run({ userId: user.id, name, roles, teamIds, ...(user.state === 'INVITED' ? {} : { active }) })
      : await create.run({
          name, email: email.trim(), password, roles, teamIds, language,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
    if (outcome.ok) {
      notifyDone(t('common.saved'));
      onSaved();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['name', 'email', 'password', 'roles', 'teamIds', 'language']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={user ? t('users.editOne', { name: user.name }) : t('users.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('name')} />
          <TextInput label={t('field.email')} type="email" readOnly={user !== null} {...form.getInputProps('email')} />
          {!user && (
            <PasswordInput
              label={t('users.firstPassword')}
              description={t('password.hint', { count: 12 })}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              {...form.getInputProps('password')}
            />
          )}
          <MultiSelect
            label={t('users.roles')}
            data={(data?.roles ?? form.values.roles.map((key) => ({ key, name: key }))).map(({ key, name }) => ({ value: key, label: roleLabel(t, key, name) }))}
            {...form.getInputProps('roles')}
          />
          <MultiSelect
            label={t('settings.teams')}
            data={(data?.teams ?? user?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
            {...form.getInputProps('teamIds')}
          />
          {user?.state === 'INVITED' ? null : user ? (
            <Switch
              size="sm"
              label={t('users.active')}
              description={t('users.activeHint')}
              {...form.getInputProps('active', { type: 'checkbox' })}
            />
          ) : (
            <Select
              label={t('settings.language')}
              allowDeselect={false}
              data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
              {...form.getInputProps('language')}
            />
          )}
          {user && user.id !== me.id && user.state !== 'INVITED' && <ResetFactorsButton user={user} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running || update.running}>
              {user ? t('common.save') : t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
