import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayOfWeek } from '@/generated/staff/graphql';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useUpdateProfile } from '../mutations/useUpdateProfile';
import { SettingsSection } from '../settings/SettingsSection';

const days: readonly DayOfWeek[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

interface Span {
  day: DayOfWeek;
  from: string;
  to: string;
}

/** One span a day here; further ones of a day, made through the API, are kept. */
export function HoursForm({ hours }: { hours: readonly Span[] }) {
  const { t } = useTranslation();
  const update = useUpdateProfile();
  const [spans, setSpans] = useState(() => Object.fromEntries(days.map((day) => [day, hours.find((one) => one.day === day) ?? { day, from: '', to: '' }])) as Record<DayOfWeek, Span>);
  const change = (day: DayOfWeek, changed: Partial<Span>) => setSpans({ ...spans, [day]: { ...spans[day], ...changed } });
  const more = hours.filter((one) => hours.find((first) => first.day === one.day) !== one);
  const save = async () => {
    const workingHours = [...days.map((day) => spans[day]), ...more]
      .filter((one) => one.from !== '' || one.to !== '')
      .map(({ day, from, to }) => ({ day, from, to }));
    const outcome = await update.run({ workingHours });
    if (outcome.ok) notifyDone(t('common.saved'));
    else notifyProblems(outcome.problems);
  };
  return (
    <SettingsSection title={t('profile.hours')} text={t('profile.hoursText')}>
      <Stack gap={6}>
        {days.map((day) => (
          <Group key={day} gap="xs" wrap="nowrap">
            <Text size="sm" w={110}>
              {t(`profile.day.${day}`)}
            </Text>
            <TextInput
              type="time"
              size="xs"
              aria-label={`${t(`profile.day.${day}`)}, ${t('profile.from')}`}
              value={spans[day].from}
              onChange={(event) => change(day, { from: event.currentTarget.value })}
            />
            <Text size="sm">–</Text>
            <TextInput
              type="time"
              size="xs"
              aria-label={`${t(`profile.day.${day}`)}, ${t('profile.to')}`}
              value={spans[day].to === '24:00' ? '00:00' : spans[day].to}
              onChange={(event) => change(day, { to: event.currentTarget.value === '00:00' ? '24:00' : event.currentTarget.value })}
            />
          </Group>
        ))}
        <Button loading={update.running} aria-label={`${t('common.save')}: ${t('profile.hours')}`} mt="xs" style={{ alignSelf: 'flex-start' }} onClick={() => void save()}>
          {t('common.save')}
        </Button>
      </Stack>
    </SettingsSection>
  );
}
