import { Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useCreateTeam } from '../mutations/useCreateTeam';
import { useUpdateTeam } from '../mutations/useUpdateTeam';

export const TeamRowFragment = graphql(`
  fragment TeamRow on Team {
    id
    name
    version
    members {
      id
      name
    }
  }
`);

const TeamMembersQuery = graphql(`
  query TeamMembers {
    users(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

interface Props {
  team: FragmentType<typeof TeamRowFragment> | null;
  onClose: () => void;
  onSaved: () => void;
}

export function TeamDialog({ team: masked, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const team = readFragment(TeamRowFragment, masked);
  const [{ data }] = useQuery({ query: TeamMembersQuery });
  const create = useCreateTeam();
  const update = useUpdateTeam();
  const form = useForm({
    initialValues: { name: team?.name ?? '', memberIds: team?.members.map((user) => user.id) ?? [] },
    validate: { name: (value) => (value.trim() === '' ? t('teams.nameMissing') : null) },
  });
  const submit = form.onSubmit(async (values) => {
    const outcome = team
      ? await update.run({ teamId: team.id, expectedVersion: team.version, ...values })
      : await create.run(values);
    if (outcome.ok) {
      notifyDone(t('common.saved'));
      onSaved();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['name', 'memberIds']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={team ? t('users.editOne', { name: team.name }) : t('teams.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('name')} />
          <MultiSelect
            label={t('teams.members')}
            searchable
            data={(data?.users?.nodes ?? team?.members ?? []).map((user) => ({ value: user.id, label: user.name }))}
            {...form.getInputProps('memberIds')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running || update.running}>
              {team ? t('common.save') : t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
