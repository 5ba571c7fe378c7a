import { Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useCreateServiceAccount } from '../mutations/useCreateServiceAccount';
import { roleLabel } from '../settings/roleLabel';
import { UserChoicesQuery } from '../settings/UserDialog';

export function NewServiceAccountDialog({ onClose, onCreated }: { onClose: () => void; onCreated: () => void }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: UserChoicesQuery });
  const create = useCreateServiceAccount();
  const form = useForm({
    initialValues: { name: '', roles: ['Agent'], teamIds: [] as string[] },
    validate: {
      name: (value) => (value.trim() === '' ? t('tokens.nameMissing') : null),
      roles: (value) => (value.length === 0 ? t('users.roleMissing') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const outcome = await create.run(values);
    if (outcome.ok) {
      notifyDone(t('service.created'));
      onCreated();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['name', 'roles', 'teamIds']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal opened onClose={onClose} title={t('service.create')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput data-autofocus label={t('field.name')} description={t('tokens.nameHint')} {...form.getInputProps('name')} />
          <MultiSelect
            label={t('users.roles')}
            data={(data?.roles ?? [{ key: 'Agent', name: 'Agent' }]).map(({ key, name }) => ({ value: key, label: roleLabel(t, key, name) }))}
            {...form.getInputProps('roles')}
          />
          <MultiSelect label={t('settings.teams')} data={(data?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))} {...form.getInputProps('teamIds')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running}>
              {t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
