import { ActionIcon, Group, Menu, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconCopy, IconDots, IconEye, IconPencil, IconShieldLock, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useDeleteRole } from '../../mutations/useDeleteRole';
import { useRequireSecondFactor } from '../../mutations/useRequireSecondFactor';
import { useViewAs } from '../../mutations/useViewAs';
import { useCan } from '../../session';
import { roleLabel } from '../roleLabel';
import type { RoleColumn } from './roleColumn';
import classes from './RolesPage.module.css';

export function RoleHead({ role, onEdit, onChanged }: { role: RoleColumn; onEdit: (copy: boolean) => void; onChanged: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const viewAs = useViewAs();
  const remove = useDeleteRole();
  const name = role.id ? role.name : roleLabel(t, role.key);
  const require = useRequireSecondFactor();
  const switchFactor = async () => {
    const outcome = await require.run({ role: role.key, required: !role.requiresSecondFactor });
    if (!outcome.ok) return notifyProblems(outcome.problems);
    notifyDone(t('common.saved'));
    onChanged();
  };
  const confirm = () =>
    modals.openConfirmModal({
      title: t('roles.deleteTitle', { name }),
      children: t('roles.deleteText'),
      labels: { confirm: t('common.delete'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void remove.run({ roleId: role.id ?? '' }).then((outcome) => {
          if (!outcome.ok) return notifyProblems(outcome.problems);
          notifyDone(t('common.deleted'));
          onChanged();
        }),
    });
  return (
    <Table.Th className={classes.head}>
      <Group gap={2} wrap="nowrap" align="flex-start" justify="space-between">
        <div>
          <span className={classes.name}>{name}</span>
          <Text size="xs" c="var(--app-muted)" fw={400} component="span" display="block">
            {t('roles.members', { count: role.memberCount ?? 0 })}
          </Text>
          {role.requiresSecondFactor && (
            <Text size="xs" c="var(--app-muted)" fw={400} component="span" display="block">
              {t('roles.factorRequired')}
            </Text>
          )}
        </div>
        {(can('access.role.manage') || can('access.role.view')) && (
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <ActionIcon size="sm" aria-label={t('roles.actionsOf', { name })}>
                <IconDots size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {can('access.role.manage') && role.id && (
                <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => onEdit(false)}>
                  {t('users.edit')}
                </Menu.Item>
              )}
              {can('access.role.manage') && (
                <Menu.Item leftSection={<IconCopy size={14} aria-hidden />} onClick={() => onEdit(true)}>
                  {t('roles.copy')}
                </Menu.Item>
              )}
              {can('access.role.manage') && (
                <Menu.Item leftSection={<IconShieldLock size={14} aria-hidden />} onClick={() => void switchFactor()}>
                  {t(role.requiresSecondFactor ? 'roles.requireNoFactor' : 'roles.requireFactor')}
                </Menu.Item>
              )}
              {can('access.role.view') && (
                <Menu.Item leftSection={<IconEye size={14} aria-hidden />} onClick={() => void viewAs(role.key)}>
                  {t('roles.viewAs')}
                </Menu.Item>
              )}
              {can('access.role.manage') && role.id && (
                <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={confirm}>
                  {t('common.delete')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </Table.Th>
  );
}
