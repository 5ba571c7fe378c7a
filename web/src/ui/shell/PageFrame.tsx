import type { ReactNode } from 'react';
import { usePageTitle } from './usePageTitle';
import classes from './PageFrame.module.css';

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** Heading, actions and body of every page that is not the inbox. */
export function PageFrame({ title, actions, children }: Props) {
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
