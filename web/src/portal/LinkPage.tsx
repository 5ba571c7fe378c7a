import { useEffect, useState } from 'react';
import { PortalFailure } from './PortalFailure';
import { goTo, To } from './router';
import { postAuth, useSession } from './session';
import { useTexts } from './texts';

/** The page of the mailed link. Opening it does nothing, so that a mail scanner uses nothing up; the button does. */
export function LinkPage() {
  const { t } = useTexts();
  const { reload } = useSession();
  const [link] = useState(() => window.location.hash.slice(1));
  const [gone, setGone] = useState(link === '');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = t('signInTitle');
    // The secret stays in the memory of this page only, not in the history of the browser.
    window.history.replaceState(null, '', window.location.pathname);
  }, [t]);

  const signIn = async () => {
    setBusy(true);
    setFailure(null);
    try {
      if (await postAuth('sign-in', { link })) setGone(true);
      else {
        await reload();
        goTo('/portal/my', { replace: true });
      }
    } catch (failed) {
      setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="narrow">
      <h1>{gone ? t('linkGoneTitle') : t('linkTitle')}</h1>
      <p className="muted lead" role={gone ? 'alert' : undefined}>
        {gone ? t('linkGone') : t('linkLead')}
      </p>
      {failure !== null && <PortalFailure failure={failure} />}
      {gone ? (
        <To className="button" href="/portal/sign-in">
          {t('codeAgain')}
        </To>
      ) : (
        <button type="button" className="button" disabled={busy} onClick={() => void signIn()}>
          {busy ? t('waitPlease') : t('signIn')}
        </button>
      )}
    </div>
  );
}
