import type { TFunction } from 'i18next';
import { shortDate } from '@/ui/time/time';

interface Person {
  availability?: { absentUntil?: string | null; substitute?: { name: string } | null } | null;
}

/** Until when somebody is away and who stands in; null for who is there. */
export function sayAbsence(t: TFunction, person: Person): string | null {
  const { absentUntil, substitute } = person.availability ?? {};
  return absentUntil
    ? `${t('people.absentUntil', { date: shortDate(absentUntil) })}, ${substitute ? t('people.standsIn', { name: substitute.name }) : t('people.nobodyStandsIn')}`
    : null;
}
