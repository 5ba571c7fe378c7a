import {
  type Icon, IconCircleCheckFilled, IconCircleDashed, IconCircleDot, IconClock, IconLock, IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketStatus } from '@/generated/staff/graphql';
import classes from './Marks.module.css';

const icons = {
  NEW: IconCircleDashed,
  OPEN: IconCircleDot,
  PENDING: IconClock,
  ON_HOLD: IconPlayerPause,
  SOLVED: IconCircleCheckFilled,
  CLOSED: IconLock,
} satisfies Record<TicketStatus, Icon>;

/** A status tells itself by shape and by word; colour only helps. */
export function StatusMark({ status, iconOnly = false }: { status: TicketStatus; iconOnly?: boolean }) {
  const { t } = useTranslation();
  const MarkIcon = icons[status];
  const label = t(`status.${status}`);
  return (
    <span className={classes.mark} data-status={status} title={iconOnly ? label : undefined}>
      <MarkIcon size={15} stroke={1.8} aria-hidden />
      <span className={iconOnly ? 'visually-hidden' : classes.word}>{label}</span>
    </span>
  );
}
