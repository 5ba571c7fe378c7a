import { Button, Group, Modal, MultiSelect, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { DeskGrantInput } from '@/generated/staff/graphql';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useCreateTeam } from '../mutations/useCreateTeam';
import { useUpdateTeam } from '../mutations/useUpdateTeam';
import { type DeskGrant, DeskGrants, readGrant, writeGrant } from './DeskGrants';

export const TeamRowFragment = graphql(`
  fragment TeamRow on Team {
    id
    name
    version
    confidential
    parent {
      id
      name
    }
    deskGrants {
      rights
      role
      team {
        id
        name
      }
      user {
        id
        name
      }
    }
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
    teams {
      id
      name
    }
    roles {
      key
      name
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
    initialValues: {
      name: team?.name ?? '',
      memberIds: team?.members.map((user) => user.id) ?? [],
      parentId: team?.parent?.id ?? null,
      confidential: team?.confidential ?? false,
    },
    validate: { name: (value) => (value.trim() === '' ? t('teams.nameMissing') : null) },
  });
  const [grants, setGrants] = useState<DeskGrant[]>(() => (team?.deskGrants ?? []).map(readGrant));
  const submit = form.onSubmit(async (values) => {
    const input = { ...values, deskGrants: grants.map(writeGrant) };
    const outcome = team
      ? await update.run({ teamId: team.id, expectedVersion: team.version, ...changed(form.isDirty, input, grants, team) })
      : await create.run(input);
    if (outcome.ok) {
      notifyDone(t('common.saved'));
      onSaved();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['name', 'memberIds', 'parentId']);
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
          <Select
            label={t('teams.parent')}
            clearable
            placeholder={t('teams.parentNone')}
            data={(data?.teams ?? []).filter((one) => one.id !== team?.id).map((one) => ({ value: one.id, label: one.name }))}
            {...form.getInputProps('parentId')}
          />
          <Switch size="sm" label={t('teams.confidential')} description={t('teams.confidentialHint')} {...form.getInputProps('confidential', { type: 'checkbox' })} />
          <DeskGrants grants={grants} onChange={setGrants} roles={data?.roles ?? []} teams={data?.teams ?? []} people={data?.users?.nodes ?? []} />
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

/** Only what was touched: who may not change the members of a confidential team may still rename it. */
function changed<T extends { name: string; memberIds: string[]; parentId: string | null; confidential: boolean; deskGrants: DeskGrantInput[] }>(
  isDirty: (path: keyof T & string) => boolean,
  input: T,
  grants: DeskGrant[],
  team: { deskGrants: readonly Parameters<typeof readGrant>[0][] },
) {
  return {
    name: input.name,
    ...(isDirty('memberIds') ? { memberIds: input.memberIds } : {}),
    ...(isDirty('parentId') ? { parentId: input.parentId } : {}),
    ...(isDirty('confidential') ? { confidential: input.confidential } : {}),
    ...(JSON.stringify(grants) !== JSON.stringify(team.deskGrants.map(readGrant)) ? { deskGrants: input.deskGrants } : {}),
  };
}
