import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { usePeople } from '@/tickets/people';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { fromWallClock } from '@/ui/time/time';
import { usePlanAbsence } from '../mutations/usePlanAbsence';
import { useMe } from '../session';

export function AbsenceDialog({ onClose, onPlanned }: { onClose: () => void; onPlanned: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { users } = usePeople();
  const plan = usePlanAbsence();
  const form = useForm({
    initialValues: { from: null as string | null, until: null as string | null, substituteId: null as string | null, note: '' },
    validate: {
      from: (value) => (value ? null : t('absence.overlap')),
      until: (value) => (value ? null : t('absence.overlap')),
    },
  });
  const submit = form.onSubmit(async ({ from, until, substituteId, note }) => {
    const outcome = await plan.run({ from: fromWallClock(from ?? ''), until: fromWallClock(until ?? ''), substituteId, note });
    if (outcome.ok) {
      notifyDone(t('absence.planned'));
      onPlanned();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['from', 'until', 'substituteId', 'note']);
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  const moment = {
    valueFormat: 'D MMM YYYY, HH:mm',
    clearable: true,
    submitButtonProps: { 'aria-label': t('common.confirm') },
    clearButtonProps: { 'aria-label': t('common.clear') },
  } as const;
  return (
    <Modal opened onClose={onClose} title={t('absence.plan')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <DateTimePicker {...moment} label={t('absence.from')} {...form.getInputProps('from')} />
          <DateTimePicker {...moment} label={t('absence.until')} {...form.getInputProps('until')} />
          <Select
            label={t('absence.substitute')}
            placeholder={t('absence.nobody')}
            searchable
            clearable
            nothingFoundMessage={t('common.nothingFound')}
            data={users.filter((user) => user.id !== me.id).map((user) => ({ value: user.id, label: user.name }))}
            {...form.getInputProps('substituteId')}
          />
          <TextInput label={t('absence.note')} {...form.getInputProps('note')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={plan.running}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
