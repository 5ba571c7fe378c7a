import { Button, Group, Skeleton, Switch, Table, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, readFragment } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { useCan } from '../../session';
import { SettingsSection } from '../SettingsSection';
import { RoleDialog } from './RoleDialog';
import { type RoleColumn, RoleColumnFragment } from './roleColumn';
import { RoleHead } from './RoleHead';
import classes from './RolesPage.module.css';
import { moduleOf, permissionLabel, scopeLabel } from './scopes';

const RolesQuery = graphql(`
  query Roles {
    permissionCatalog {
      name
      description
      isScoped
    }
    roles {
      key
      ...RoleColumn
    }
  }
`);

interface Editing {
  role: RoleColumn | null;
  copyOf?: RoleColumn;
}

export function RolesPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [{ data, error }, refetch] = useQuery({ query: RolesQuery });
  const [text, setText] = useState('');
  const [differencesOnly, setDifferencesOnly] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  usePageTitle(t('settings.roles'));
  const manage = can('access.role.manage');
  const roles = data?.roles?.map((role) => readFragment(RoleColumnFragment, role)) ?? [];
  const wanted = text.trim().toLowerCase();
  const permissions = (data?.permissionCatalog ?? []).filter(
    (permission) =>
      (wanted === '' || permission.name.includes(wanted) || permissionLabel(t, permission).toLowerCase().includes(wanted)) &&
      (!differencesOnly || roles.some((role) => role.id && differs(role, permission.name))),
  );
  const saved = () => {
    setEditing(null);
    refetch({ requestPolicy: 'network-only' });
  };
  return (
    <SettingsSection
      wide="full"
      title={t('settings.roles')}
      text={t('roles.text')}
      action={
        manage && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing({ role: null })}>
            {t('roles.create')}
          </Button>
        )
      }
    >
      <Group gap="md" mb="sm">
        <TextInput
          type="search"
          size="xs"
          w={260}
          aria-label={t('roles.search')}
          placeholder={t('roles.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Switch size="xs" label={t('roles.differencesOnly')} checked={differencesOnly} onChange={(event) => setDifferencesOnly(event.currentTarget.checked)} />
      </Group>
      {error && !data?.roles ? (
        <LoadError failure={error} onRetry={refetch} />
      ) : !data?.roles || !data.permissionCatalog ? (
        <Skeleton height={320} role="status" aria-label={t('common.loading')} />
      ) : permissions.length === 0 ? (
        <EmptyState icon={IconSearch} title={t('common.nothingFound')} />
      ) : (
        <WideTable label={t('settings.roles')} minWidth={290 + roles.length * 118}>
          <Table className={classes.matrix} verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th className={classes.first}>{t('roles.permission')}</Table.Th>
                {roles.map((role) => (
                  <RoleHead key={role.key} role={role} onEdit={(copy) => setEditing(copy ? { role: null, copyOf: role } : { role })} onChanged={saved} />
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {permissions.map((permission, index) => (
                <Fragment key={permission.name}>
                  {moduleOf(permission.name) !== moduleOf(permissions[index - 1]?.name ?? '') && (
                    <Table.Tr className={classes.module}>
                      <Table.Th colSpan={roles.length + 1} scope="rowgroup">
                        {t(`module.${moduleOf(permission.name)}` as 'module.tickets', { defaultValue: moduleOf(permission.name) })}
                      </Table.Th>
                    </Table.Tr>
                  )}
                  <Table.Tr>
                    <Table.Th scope="row" className={classes.first} title={permission.name}>
                      {permissionLabel(t, permission)}
                    </Table.Th>
                    {roles.map((role) => (
                      <ScopeCell key={role.key} role={role} permission={permission} />
                    ))}
                  </Table.Tr>
                </Fragment>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {editing && data?.permissionCatalog && (
        <RoleDialog {...editing} roles={roles} permissions={data.permissionCatalog} onClose={() => setEditing(null)} onSaved={saved} />
      )}
    </SettingsSection>
  );
}

function differs(role: RoleColumn, permission: string): boolean {
  return role.grants.some((grant) => grant.permission === permission && grant.scope !== grant.builtInScope);
}

function ScopeCell({ role, permission }: { role: RoleColumn; permission: { name: string; isScoped: boolean } }) {
  const { t } = useTranslation();
  const grant = role.grants.find((one) => one.permission === permission.name);
  const scope = grant?.scope ?? 'NONE';
  const changed = role.id != null && grant != null && grant.scope !== grant.builtInScope;
  const text = scopeLabel(t, scope, permission.isScoped);
  return (
    <Table.Td
      className={classes.cell}
      data-scope={scope}
      data-changed={changed || undefined}
      title={changed ? t('roles.builtInHas', { scope: scopeLabel(t, grant.builtInScope, permission.isScoped) }) : undefined}
    >
      {scope === 'NONE' ? <span aria-label={text}>–</span> : text}
      {changed && <span className="visually-hidden"> {t('roles.builtInHas', { scope: scopeLabel(t, grant.builtInScope, permission.isScoped) })}</span>}
    </Table.Td>
  );
}
