import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '@/generated/staff';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { inZone, isPast } from '@/ui/time/time';
import { useEndAbsence } from '../mutations/useEndAbsence';
import { SettingsSection } from '../settings/SettingsSection';
import { AbsenceDialog } from './AbsenceDialog';
import { AbsenceRowFragment } from './ownProfile';

type Row = FragmentType<typeof AbsenceRowFragment>;

export function AbsenceSection({ absences, onChanged }: { absences: readonly Row[]; onChanged: () => void }) {
  const { t } = useTranslation();
  const [planning, setPlanning] = useState(false);
  return (
    <SettingsSection
      title={t('absence.title')}
      text={t('absence.text')}
      action={
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setPlanning(true)}>
          {t('absence.plan')}
        </Button>
      }
    >
      <Stack gap="xs">
        {absences.length === 0 && (
          <Text size="sm" c="var(--app-muted)">
            {t('absence.none')}
          </Text>
        )}
        {absences.map((row, i) => (
          <AbsenceRow key={i} absence={row} onChanged={onChanged} />
        ))}
      </Stack>
      {planning && (
        <AbsenceDialog
          onClose={() => setPlanning(false)}
          onPlanned={() => {
            setPlanning(false);
            onChanged();
          }}
        />
      )}
    </SettingsSection>
  );
}

function AbsenceRow({ absence: masked, onChanged }: { absence: Row; onChanged: () => void }) {
  const { t } = useTranslation();
  const absence = readFragment(AbsenceRowFragment, masked);
  const end = useEndAbsence();
  const moment = (at: string) => inZone(at).format('D MMM YYYY, HH:mm');
  const finish = async () => {
    const outcome = await end.run({ absenceId: absence.id });
    if (!outcome.ok) return notifyProblems(outcome.problems);
    notifyDone(t('absence.ended'));
    onChanged();
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm">{t('absence.span', { from: moment(absence.from), until: moment(absence.until) })}</Text>
        <Text size="xs" c="var(--app-muted)">
          {[absence.substitute ? t('people.standsIn', { name: absence.substitute.name }) : t('people.nobodyStandsIn'), absence.note].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Button variant="default" loading={end.running} onClick={() => void finish()}>
        {isPast(absence.from) ? t('absence.end') : t('absence.cancel')}
      </Button>
    </Group>
  );
}
