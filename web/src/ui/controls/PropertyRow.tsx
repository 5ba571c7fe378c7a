import type { ReactNode } from 'react';
import classes from './PropertyRow.module.css';

/** A name and its value on one line, as in the side panels. */
export function PropertyRow({ label, danger = false, children }: { label: string; danger?: boolean; children: ReactNode }) {
  return (
    <div className={classes.row} data-danger={danger || undefined}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>{children}</div>
    </div>
  );
}
