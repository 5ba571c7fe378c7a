import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isPast, shortDate } from '@/ui/time/time';

interface Props {
  user: { state: string; invitedUntil?: string | null; availability?: { absentUntil?: string | null } | null };
}

/** Where somebody stands; nothing for who is simply there. */
export function StateBadges({ user }: Props) {
  const { t } = useTranslation();
  const text =
    user.state === 'INVITED'
      ? user.invitedUntil && isPast(user.invitedUntil)
        ? t('people.invitationOver')
        : t('people.invitedUntil', { date: user.invitedUntil ? shortDate(user.invitedUntil) : '' })
      : user.state === 'DEACTIVATED'
        ? t('users.inactive')
        : user.availability?.absentUntil
          ? t('people.absentUntil', { date: shortDate(user.availability.absentUntil) })
          : null;
  return text === null ? null : (
    <Badge size="xs" variant="default" tt="none">
      {text}
    </Badge>
  );
}
