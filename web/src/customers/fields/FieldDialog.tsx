import { Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { CustomFieldType } from '@/generated/staff/graphql';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useCreateCustomField } from '../mutations/useCreateCustomField';
import { useUpdateCustomField } from '../mutations/useUpdateCustomField';

export const FieldRowFragment = graphql(`
  fragment FieldRow on CustomField {
    id
    key
    label
    type
    choices
    archivedAt
    version
  }
`);

const types: readonly CustomFieldType[] = ['TEXT', 'NUMBER', 'DATE', 'BOOLEAN', 'CHOICE'];

interface Props {
  field: FragmentType<typeof FieldRowFragment> | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A new field, or another label and other choices for one that is there; its type never changes, because its values could not follow. */
export function FieldDialog({ field: masked, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const field = readFragment(FieldRowFragment, masked);
  const create = useCreateCustomField();
  const update = useUpdateCustomField();
  const form = useForm({
    initialValues: { label: field?.label ?? '', type: field?.type ?? ('TEXT' as CustomFieldType), choices: [...(field?.choices ?? [])] },
    validate: {
      label: (value) => (value.trim() === '' ? t('fields.labelMissing') : null),
      choices: (value, { type }) => (type === 'CHOICE' && value.length === 0 ? t('fields.choicesMissing') : null),
    },
  });
  const submit = form.onSubmit(async ({ label, type, choices }) => {
    const offered = type === 'CHOICE' ? choices : [];
    const outcome = field
      ? await update.run({ customFieldId: field.id, expectedVersion: field.version, label, choices: offered })
      : await create.run({ label, type, choices: offered });
    if (outcome.ok) {
      notifyDone(t('common.saved'));
      onSaved();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['label', 'choices']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={field ? t('users.editOne', { name: field.label }) : t('fields.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('label')} />
          <Select
            label={t('field.type')}
            allowDeselect={false}
            disabled={field !== null && field !== undefined}
            description={field ? t('fields.typeFixed') : undefined}
            data={types.map((type) => ({ value: type, label: t(`fieldType.${type}`) }))}
            {...form.getInputProps('type')}
          />
          {form.values.type === 'CHOICE' && (
            <TagsInput label={t('fields.choices')} description={t('fields.choicesHint')} {...form.getInputProps('choices')} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running || update.running}>
              {field ? t('common.save') : t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
