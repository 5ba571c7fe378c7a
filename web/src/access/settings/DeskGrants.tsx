import { ActionIcon, Button, Chip, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskGrantInput, DeskRight } from '@/generated/staff/graphql';
import { roleLabel } from './roleLabel';

const rights: DeskRight[] = ['READ', 'CREATE', 'CHANGE', 'ASSIGN'];

/** Who (`role:Agent`, `team:Team_…`, `user:User_…`) may do what at a desk. */
export interface DeskGrant {
  who: string;
  rights: DeskRight[];
}

export function readGrant(grant: { rights: readonly DeskRight[]; role?: string | null; team?: { id: string } | null; user?: { id: string } | null }): DeskGrant {
  return { who: grant.role ? `role:${grant.role}` : grant.team ? `team:${grant.team.id}` : `user:${grant.user?.id ?? ''}`, rights: [...grant.rights] };
}

export function writeGrant({ who, rights: given }: DeskGrant): DeskGrantInput {
  const [kind, id] = [who.slice(0, 4), who.slice(5)];
  return { rights: given, ...(kind === 'role' ? { role: id } : kind === 'team' ? { teamId: id } : { userId: id }) };
}

interface Props {
  grants: DeskGrant[];
  onChange: (grants: DeskGrant[]) => void;
  roles: { key: string; name: string }[];
  teams: { id: string; name: string }[];
  people: { id: string; name: string }[];
}

export function DeskGrants({ grants, onChange, roles, teams, people }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<string | null>(null);
  const groups = [
    { group: t('settings.roles'), items: roles.map((one) => ({ value: `role:${one.key}`, label: roleLabel(t, one.key, one.name) })) },
    { group: t('settings.teams'), items: teams.map((one) => ({ value: `team:${one.id}`, label: one.name })) },
    { group: t('settings.users'), items: people.map((one) => ({ value: `user:${one.id}`, label: one.name })) },
  ];
  const names = new Map(groups.flatMap(({ items }) => items.map(({ value, label }) => [value, label])));
  const set = (who: string, given: DeskRight[]) => onChange(grants.map((grant) => (grant.who === who ? { who, rights: given } : grant)));
  return (
    <Stack gap={6}>
      <div>
        <Text size="sm" fw={500}>
          {t('teams.desk')}
        </Text>
        <Text size="xs" c="var(--app-muted)">
          {t('teams.deskHint')}
        </Text>
      </div>
      {grants.map((grant) => {
        const name = names.get(grant.who) ?? grant.who;
        return (
          <Group key={grant.who} gap="xs" wrap="nowrap" justify="space-between">
            <Text size="sm" truncate style={{ flex: 1 }}>
              {name}
            </Text>
            <Chip.Group multiple value={grant.rights} onChange={(value) => set(grant.who, value as DeskRight[])}>
              <Group gap={4} wrap="nowrap" role="group" aria-label={name}>
                {rights.map((right) => (
                  <Chip key={right} size="xs" value={right}>
                    {t(`teams.right_${right}` as 'teams.right_READ')}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <ActionIcon size="sm" aria-label={t('teams.deskRemove', { name })} onClick={() => onChange(grants.filter((one) => one.who !== grant.who))}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Group gap="xs" align="flex-end">
        <Select
          size="xs"
          searchable
          style={{ flex: 1 }}
          aria-label={t('teams.deskWho')}
          placeholder={t('teams.deskWho')}
          data={groups.map(({ group, items }) => ({ group, items: items.filter(({ value }) => grants.every((grant) => grant.who !== value)) }))}
          value={adding}
          onChange={setAdding}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={13} aria-hidden />}
          disabled={!adding}
          onClick={() => {
            if (adding) onChange([...grants, { who: adding, rights: ['READ'] }]);
            setAdding(null);
          }}
        >
          {t('teams.deskAdd')}
        </Button>
      </Group>
    </Stack>
  );
}
