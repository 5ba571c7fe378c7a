import { useEffect, useRef, useState } from 'react';
import { useTexts } from './texts';

export function SubmittedPage({ number, trackingUrl, email }: { number: number; trackingUrl: string; email: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const link = useRef<HTMLInputElement>(null);
  const absolute = new URL(trackingUrl, window.location.origin).href;
  useEffect(() => heading.current?.focus(), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(absolute);
    } catch {
      // Without the clipboard (plain http) the marked text can still be copied by hand.
      link.current?.select();
      document.execCommand('copy');
    }
    setCopied(true);
  };
  return (
    <section aria-labelledby="done">
      <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" className="tick">
        <circle cx="20" cy="20" r="18.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12.5 20.5l5 5 10-11" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <h1 id="done" ref={heading} tabIndex={-1}>
        {t('doneTitle')}
      </h1>
      <p className="lead">
        {t('caseNumber')} <strong className="case">#{number}</strong>
      </p>
      <p className="muted">{t('doneText', { email })}</p>
      <div className="field">
        <label htmlFor="tracking">{t('trackingLink')}</label>
        <div className="row">
          <input id="tracking" ref={link} readOnly value={absolute} onFocus={(event) => event.target.select()} />
          <button type="button" className="button quiet" onClick={() => void copy()}>
            {copied ? t('copied') : t('copy')}
          </button>
        </div>
        <span className="hint">{t('trackingHint')}</span>
      </div>
      <a className="button" href={absolute}>
        {t('toRequest')}
      </a>
    </section>
  );
}
