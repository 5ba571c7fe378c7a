import { useEffect, useState } from 'react';
import { graphql } from '@/generated/portal';
import { uuid } from '@/ui/http/uuid';
import { deviceName } from '@/ui/controls/deviceName';
import { languageNames } from './LanguageSwitch';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { goTo } from './router';
import { type Me, postAuth, useSession } from './session';
import { portalLanguages, useTexts } from './texts';

const ChangeMyLanguage = graphql(`
  mutation ChangeMyLanguage($input: ChangeMyLanguageInput!) {
    changeMyLanguage(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

export function ProfilePage({ me }: { me: Me }) {
  const { t, language } = useTexts();
  const { reload } = useSession();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    document.title = t('profile');
  }, [t]);

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    setSaved(false);
    try {
      await work();
    } catch (failed) {
      setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  const changeLanguage = (value: string) =>
    run(async () => {
      await ask(ChangeMyLanguage, { input: { language: value } }, uuid());
      await reload();
      setSaved(true);
    });
  const signOut = (everywhere: boolean) =>
    run(async () => {
      await postAuth('sign-out', { everywhere });
      goTo('/portal', { replace: true });
      await reload();
    });
  const spoken = me.customers[0]?.language?.split('-')[0] ?? '';
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <h1>{t('profile')}</h1>
      <p className="muted lead">{t('profileLead')}</p>
      {me.customers.map((customer) => (
        <dl key={customer.id} className="facts-list" aria-label={customer.name}>
          <dt>{t('profileName')}</dt>
          <dd>{customer.name}</dd>
          <dt>{t('profileZone')}</dt>
          <dd>{customer.timeZone ?? t('notSet')}</dd>
          <dt>{t('profileContact')}</dt>
          <dd>{customer.preferredContactMethod ? t(`method.${customer.preferredContactMethod}`) : t('notSet')}</dd>
        </dl>
      ))}
      <div className="field language-of-mails">
        <label htmlFor="mails">{t('profileLanguage')}</label>
        <select id="mails" value={portalLanguages.find((one) => one === spoken) ?? ''} disabled={busy} onChange={(event) => void changeLanguage(event.target.value)}>
          {!portalLanguages.some((one) => one === spoken) && <option value="">{spoken || t('notSet')}</option>}
          {portalLanguages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
        <span className="hint" role="status">
          {saved ? t('saved') : ''}
        </span>
      </div>
      {failure !== null && <PortalFailure failure={failure} />}
      <h2>{t('sessions')}</h2>
      <p className="muted">{t('sessionsLead', { email: me.address })}</p>
      <ul className="sessions" aria-label={t('sessions')}>
        {me.sessions.map((session) => (
          <li key={session.id}>
            <span>{deviceName(session.userAgent) ?? t('deviceUnknown')}</span>
            <span className="muted">{session.current ? t('sessionThis') : t('sessionSeen', { when: when.format(new Date(session.lastSeenAt)) })}</span>
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <button type="button" className="button" disabled={busy} onClick={() => void signOut(false)}>
          {t('signOut')}
        </button>
        <button type="button" className="button quiet" disabled={busy} onClick={() => void signOut(true)}>
          {t('signOutEverywhere')}
        </button>
      </div>
    </>
  );
}
