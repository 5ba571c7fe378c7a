import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Field } from './Field';
import { PortalFailure } from './PortalFailure';
import { goTo, To, usePath } from './router';
import { postAuth, type Refusal, useSession } from './session';
import { type Translate, useTexts } from './texts';

function say(t: Translate, refused: Refusal): string {
  switch (refused.code) {
    case 'WRONG_CODE':
      return t('codeWrong', { count: refused.triesLeft ?? 0 });
    case 'CODE_GONE':
      return t('codeGone');
    case 'TOO_MANY_TRIES':
      return t('tooMany', { minutes: Math.ceil((refused.retryAfterSeconds ?? 60) / 60) });
    default:
      return t('emailWrong');
  }
}

/** First the address, then the code that was mailed to it. Whether we know the address is never said. */
export function SignInPage() {
  const { t, language } = useTexts();
  const { reload } = useSession();
  const path = usePath();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = t('signInTitle');
  }, [t]);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, [asked]);

  const run = async (work: () => Promise<Refusal | null>, done: () => void | Promise<void>) => {
    setBusy(true);
    setFailure(null);
    setError(undefined);
    try {
      const refused = await work();
      if (refused) {
        setError(say(t, refused));
        form.current?.querySelector('input')?.focus();
      } else await done();
    } catch (failed) {
      setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!asked) {
      if (email.trim() === '') setError(t('emailMissing'));
      else void run(() => postAuth('code', { email: email.trim(), language }), () => setAsked(true));
    } else if (!/^\d{6}$/.test(code.replace(/\s/g, ''))) setError(t('codeShape'));
    else
      void run(
        () => postAuth('sign-in', { code }),
        async () => {
          await reload();
          if (path.startsWith('/portal/sign-in')) goTo('/portal/my', { replace: true });
        },
      );
  };
  const again = () => {
    setAsked(false);
    setCode('');
    setError(undefined);
    setFailure(null);
  };

  return (
    <div className="narrow">
      <h1>{asked ? t('codeTitle') : t('signInTitle')}</h1>
      <p className="muted lead" role={asked ? 'status' : undefined}>
        {asked ? t('codeLead', { email: email.trim() }) : t('signInLead')}
      </p>
      <form ref={form} onSubmit={submit} noValidate aria-label={t('signInTitle')}>
        {asked ? (
          <Field
            label={t('code')}
            name="code"
            className="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            value={code}
            error={error}
            onChange={(event) => {
              setCode(event.target.value);
              setError(undefined);
            }}
          />
        ) : (
          <Field
            label={t('email')}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={254}
            value={email}
            error={error}
            onChange={(event) => {
              setEmail(event.target.value);
              setError(undefined);
            }}
          />
        )}
        {failure !== null && <PortalFailure failure={failure} />}
        <button type="submit" className="button" disabled={busy}>
          {busy ? t('waitPlease') : asked ? t('signIn') : t('codeSend')}
        </button>
      </form>
      {asked ? (
        <>
          <p className="muted hint below">{t('codeHint')}</p>
          <button type="button" className="link" onClick={again}>
            {t('codeAgain')}
          </button>
        </>
      ) : (
        <p className="muted hint below">
          {t('signInHint')} <To href="/portal">{t('newRequest')}</To>
        </p>
      )}
    </div>
  );
}
