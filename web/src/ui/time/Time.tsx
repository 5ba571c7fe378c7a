import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { age, exactTime, relative, timeOrDate } from './time';

type Form = 'relative' | 'age' | 'clock';

/** A moment as people say it, the exact one on hover and for machines. */
export function Time({ at, form = 'relative', className }: { at: string; form?: Form; className?: string }) {
  const { i18n } = useTranslation();
  const text = form === 'relative' ? relative(at) : form === 'age' ? age(at, i18n.language) : timeOrDate(at);
  return (
    <Tooltip label={exactTime(at)} openDelay={400}>
      <time dateTime={at} className={className}>
        {text}
      </time>
    </Tooltip>
  );
}
