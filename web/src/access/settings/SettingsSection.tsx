import type { ReactNode } from 'react';
import classes from './SettingsSection.module.css';

interface Props {
  title: string;
  text?: string;
  action?: ReactNode;
  /** For tables; `full` for those with many columns. */
  wide?: boolean | 'full';
  children: ReactNode;
}

export function SettingsSection({ title, text, action, wide = false, children }: Props) {
  return (
    <section className={classes.section} data-wide={wide === 'full' ? 'full' : wide || undefined}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{title}</h2>
          {text && <p className={classes.text}>{text}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
