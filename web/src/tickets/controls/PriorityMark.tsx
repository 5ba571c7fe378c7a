import { useTranslation } from 'react-i18next';
import type { TicketPriority } from '@/generated/staff/graphql';
import classes from './Marks.module.css';

const level: Record<TicketPriority, number> = { LOW: 1, NORMAL: 2, HIGH: 3, URGENT: 4 };

/** Bars that grow with the priority; urgent is an exclamation mark in a filled square. */
export function PriorityMark({ priority, iconOnly = false }: { priority: TicketPriority; iconOnly?: boolean }) {
  const { t } = useTranslation();
  const label = t(`priority.${priority}`);
  const bars = level[priority];
  return (
    <span className={classes.mark} data-priority={priority} title={iconOnly ? label : undefined}>
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
        {priority === 'URGENT' ? (
          <>
            <rect x="1" y="1" width="14" height="14" rx="3.5" fill="currentColor" />
            <path d="M8 4.2v4.6M8 11.4v.2" stroke="var(--app-bg)" strokeWidth="1.8" strokeLinecap="round" />
          </>
        ) : (
          [0, 1, 2].map((bar) => (
            <rect
              key={bar}
              x={2 + bar * 4.5}
              y={10 - bar * 3.5}
              width="3"
              height={4 + bar * 3.5}
              rx="1"
              fill="currentColor"
              opacity={bar < bars ? 1 : 0.25}
            />
          ))
        )}
      </svg>
      <span className={iconOnly ? 'visually-hidden' : classes.word}>{label}</span>
    </span>
  );
}
