import { Badge, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useCan } from '@/access/session';
import { SettingsSection } from '@/access/settings/SettingsSection';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { notifyProblems } from '@/ui/states/notify';
import { useUpdateCustomField } from '../mutations/useUpdateCustomField';
import { FieldDialog, FieldRowFragment } from './FieldDialog';

const FieldsQuery = graphql(`
  query Fields {
    customFields(includeArchived: true) {
      id
      ...FieldRow
    }
  }
`);

type Row = FragmentType<typeof FieldRowFragment>;

/** The fields a company made for itself: renamed here, put away and brought back. */
export function FieldsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [{ data, error }, refetch] = useQuery({ query: FieldsQuery });
  const [dialog, setDialog] = useState<{ field: Row | null } | null>(null);
  const manage = can('customers.field.manage');
  const reload = () => refetch({ requestPolicy: 'network-only' });
  usePageTitle(t('fields.title'));
  const create = manage && (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDialog({ field: null })}>
      {t('fields.create')}
    </Button>
  );
  return (
    <SettingsSection wide title={t('fields.title')} text={t('fields.text')} action={create}>
      {error && !data?.customFields ? (
        <LoadError failure={error} onRetry={refetch} />
      ) : !data?.customFields ? (
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      ) : data.customFields.length === 0 ? (
        <EmptyState icon={IconForms} title={t('fields.empty')} text={t('fields.emptyText')} />
      ) : (
        <WideTable label={t('fields.title')} minWidth={560}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field.name')}</Table.Th>
                <Table.Th>{t('field.type')}</Table.Th>
                <Table.Th>{t('fields.key')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.customFields.map((field) => (
                <FieldRow key={field.id} field={field} manage={manage} onEdit={() => setDialog({ field })} onChanged={reload} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {dialog && (
        <FieldDialog
          field={dialog.field}
          onClose={() => setDialog(null)}
          onSaved={() => {
            setDialog(null);
            reload();
          }}
        />
      )}
    </SettingsSection>
  );
}

interface RowProps {
  field: Row;
  manage: boolean;
  onEdit: () => void;
  onChanged: () => void;
}

function FieldRow({ field: masked, manage, onEdit, onChanged }: RowProps) {
  const { t } = useTranslation();
  const field = readFragment(FieldRowFragment, masked);
  const update = useUpdateCustomField();
  const archived = field.archivedAt !== null && field.archivedAt !== undefined;
  const move = async () => {
    const outcome = await update.run({ customFieldId: field.id, expectedVersion: field.version, archived: !archived });
    if (!outcome.ok) notifyProblems(outcome.problems);
    onChanged();
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          <Text size="sm" fw={500} c={archived ? 'var(--app-muted)' : undefined}>
            {field.label}
          </Text>
          {archived && (
            <Badge variant="default" size="sm">
              {t('fields.archived')}
            </Badge>
          )}
        </Group>
        {field.choices.length > 0 && (
          <Text size="xs" c="var(--app-muted)" lineClamp={1}>
            {field.choices.join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{t(`fieldType.${field.type}`)}</Table.Td>
      <Table.Td c="var(--app-muted)">{field.key}</Table.Td>
      <Table.Td>
        {manage && (
          <Group gap={6} justify="flex-end" wrap="nowrap">
            {!archived && (
              <Button variant="default" onClick={onEdit} aria-label={t('users.editOne', { name: field.label })}>
                {t('users.edit')}
              </Button>
            )}
            <Button
              variant="default"
              loading={update.running}
              onClick={() => void move()}
              aria-label={t(archived ? 'fields.restoreOne' : 'fields.archiveOne', { name: field.label })}
            >
              {t(archived ? 'fields.restore' : 'fields.archive')}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
