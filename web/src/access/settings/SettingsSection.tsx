import type { ReactNode } from 'react';
import classes from './SettingsSection.module.css';

interface Props {
  title: string;
  text?: string;
  action?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

export function SettingsSection({ title, text, action, wide = false, children }: Props) {
  return (
    <section className={classes.section} data-wide={wide || undefined}>
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
