import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '@/ui/shell/PageFrame';
import { useCan } from '../session';
import classes from './SettingsLayout.module.css';

export function SettingsLayout() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <PageFrame title={t('settings.title')}>
      <div className={classes.split}>
        <nav className={classes.menu} aria-label={t('settings.title')}>
          <Link to="/settings/profile" className={classes.link}>
            {t('settings.profile')}
          </Link>
          {can('access.token.create') && (
            <Link to="/settings/tokens" className={classes.link}>
              {t('settings.tokens')}
            </Link>
          )}
          {can('access.user.read') && (
            <>
              <Link to="/settings/users" className={classes.link}>
                {t('settings.users')}
              </Link>
              <Link to="/settings/teams" className={classes.link}>
                {t('settings.teams')}
              </Link>
              <Link to="/settings/roles" className={classes.link}>
                {t('settings.roles')}
              </Link>
            </>
          )}
          {can('access.user.manage') && (
            <Link to="/settings/sign-in" className={classes.link}>
              {t('sso.settings')}
            </Link>
          )}
          {can('customers.field.manage') && (
            <Link to="/settings/fields" className={classes.link}>
              {t('fields.title')}
            </Link>
          )}
          {can('access.log.read') && (
            <Link to="/settings/security-log" className={classes.link}>
              {t('settings.securityLog')}
            </Link>
          )}
          {can('platform.mail.manage') && (
            <Link to="/settings/mail" className={classes.link}>
              {t('settings.mail')}
            </Link>
          )}
          {can('customers.privacy.manage') && (
            <Link to="/settings/privacy" className={classes.link}>
              {t('privacy.title')}
            </Link>
          )}
          {can('platform.outbox.manage') && (
            <Link to="/settings/dead-letters" className={classes.link}>
              {t('settings.deadLetters')}
            </Link>
          )}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </PageFrame>
  );
}
