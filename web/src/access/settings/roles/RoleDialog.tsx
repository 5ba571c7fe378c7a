import { Button, Group, Modal, ScrollArea, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PermissionScope } from '@/generated/staff/graphql';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useCreateRole } from '../../mutations/useCreateRole';
import { useUpdateRole } from '../../mutations/useUpdateRole';
import { roleLabel } from '../roleLabel';
import type { RoleColumn } from './roleColumn';
import classes from './RolesPage.module.css';
import { allScopes, permissionLabel, scopeLabel } from './scopes';

interface Props {
  /** null makes a new one. */
  role: RoleColumn | null;
  copyOf?: RoleColumn;
  roles: RoleColumn[];
  permissions: { name: string; description: string; isScoped: boolean }[];
  onClose: () => void;
  onSaved: () => void;
}

type Scopes = Record<string, PermissionScope>;

function scopesOf(role: RoleColumn | undefined): Scopes {
  return Object.fromEntries((role?.grants ?? []).map((grant) => [grant.permission, grant.scope]));
}

/** What a role has, permission by permission; what differs from its built-in role stands out and can go back to it. */
export function RoleDialog({ role, copyOf, roles, permissions, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const create = useCreateRole();
  const update = useUpdateRole();
  const builtIns = roles.filter((one) => !one.id);
  const source = role ?? copyOf;
  const [scopes, setScopes] = useState<Scopes>(() => scopesOf(source ?? builtIns.find((one) => one.key === 'Agent')));
  const [text, setText] = useState('');
  const form = useForm({
    initialValues: {
      name: role?.name ?? (copyOf ? t('roles.copyName', { name: copyOf.id ? copyOf.name : roleLabel(t, copyOf.key) }) : ''),
      description: role?.description ?? '',
      basedOn: source ? (source.basedOn ?? '') : 'Agent',
    },
    validate: { name: (value) => (value.trim() === '' ? t('roles.nameMissing') : null) },
  });
  const builtIn = scopesOf(builtIns.find((one) => one.key === form.values.basedOn));
  const base = (basedOn: string) => {
    form.setFieldValue('basedOn', basedOn);
    // The differences stay: what followed the old role follows the new one.
    const next = scopesOf(builtIns.find((one) => one.key === basedOn));
    setScopes(Object.fromEntries(permissions.map(({ name }) => [name, (scopes[name] ?? 'NONE') === (builtIn[name] ?? 'NONE') ? (next[name] ?? 'NONE') : (scopes[name] ?? 'NONE')])));
  };
  const wanted = text.trim().toLowerCase();
  const shown = permissions.filter((one) => wanted === '' || one.name.includes(wanted) || permissionLabel(t, one).toLowerCase().includes(wanted));
  const submit = form.onSubmit(async (values) => {
    const input = {
      name: values.name.trim(),
      description: values.description.trim() || null,
      basedOn: values.basedOn || null,
      grants: Object.entries(scopes).filter(([, scope]) => scope !== 'NONE').map(([permission, scope]) => ({ permission, scope })),
    };
    const outcome = role?.id ? await update.run({ roleId: role.id, expectedVersion: role.version, ...input }) : await create.run(input);
    if (outcome.ok) {
      notifyDone(t('common.saved'));
      onSaved();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['name', 'description', 'basedOn']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={role ? t('users.editOne', { name: role.name }) : t('roles.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('name')} />
            <Select
              label={t('roles.basedOn')}
              allowDeselect={false}
              data={[{ value: '', label: t('roles.basedOnNothing') }, ...builtIns.map((one) => ({ value: one.key, label: roleLabel(t, one.key) }))]}
              value={form.values.basedOn}
              onChange={(value) => base(value ?? '')}
            />
          </Group>
          <TextInput label={t('roles.description')} {...form.getInputProps('description')} />
          <TextInput
            type="search"
            size="xs"
            aria-label={t('roles.search')}
            placeholder={t('roles.search')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ScrollArea.Autosize mah="44vh" viewportProps={{ tabIndex: 0, 'aria-label': t('roles.permission'), role: 'region' }}>
            <Table verticalSpacing={4}>
              <Table.Tbody>
                {shown.map((permission) => {
                  const scope = scopes[permission.name] ?? 'NONE';
                  const own = builtIn[permission.name] ?? 'NONE';
                  const label = permissionLabel(t, permission);
                  return (
                    <Table.Tr key={permission.name}>
                      <Table.Td className={classes.cell} data-changed={scope !== own || undefined} style={{ whiteSpace: 'normal' }}>
                        <Text size="sm">{label}</Text>
                        {scope !== own && (
                          <Text size="xs" c="var(--app-muted)">
                            {t('roles.builtInHas', { scope: scopeLabel(t, own, permission.isScoped) })}{' '}
                            <Button variant="subtle" size="compact-xs" onClick={() => setScopes({ ...scopes, [permission.name]: own })}>
                              {t('roles.reset')}
                            </Button>
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td w={170}>
                        <Select
                          size="xs"
                          aria-label={label}
                          allowDeselect={false}
                          data={(permission.isScoped ? allScopes : (['NONE', 'ALL'] as const)).map((value) => ({ value, label: scopeLabel(t, value, permission.isScoped) }))}
                          value={scope}
                          onChange={(value) => setScopes({ ...scopes, [permission.name]: (value ?? 'NONE') as PermissionScope })}
                        />
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running || update.running}>
              {role ? t('common.save') : t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
