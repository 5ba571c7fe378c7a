import type { ReactNode } from 'react';

interface Props {
  label: string;
  minWidth: number;
  maxWidth?: number;
  children: ReactNode;
}

/** A table that scrolls sideways on a small screen, for the finger and for the keyboard. */
export function WideTable({ label, minWidth, maxWidth, children }: Props) {
  return (
    <div role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto', maxWidth }}>
      <div style={{ minWidth }}>{children}</div>
    </div>
  );
}
