import { useEffect, useMemo, useState } from 'react';
import { graphql } from '@/generated/portal';
import type { PortalQuery } from '@/generated/portal/graphql';
import { ErrorBoundary } from '@/ui/states/ErrorBoundary';
import { LanguageSwitch } from './LanguageSwitch';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { RequestPage } from './RequestPage';
import { rememberPortalLanguage, startPortalLanguage, TextsContext, translator } from './texts';
import { TrackingPage } from './TrackingPage';

const PortalQueryDocument = graphql(`
  query Portal {
    portal {
      companyName
      maxFileBytes
      maxFiles
    }
  }
`);

export type PortalLimits = Pick<PortalQuery['portal'], 'maxFileBytes' | 'maxFiles'>;

/** Until the server has said its own limits. */
const usualLimits: PortalLimits = { maxFileBytes: 10 * 1024 * 1024, maxFiles: 5 };

export function PortalApp() {
  const [language, setLanguage] = useState(startPortalLanguage);
  const [portal, setPortal] = useState<PortalQuery['portal'] | null>(null);
  const texts = useMemo(() => ({ language, t: translator(language) }), [language]);
  const token = /^\/portal\/requests\/([^/]+)\/?$/.exec(window.location.pathname)?.[1];

  useEffect(() => rememberPortalLanguage(language), [language]);
  useEffect(() => {
    // The form works without the company's name, so a failure here is not shown.
    ask(PortalQueryDocument, {}).then((data) => setPortal(data.portal), () => undefined);
  }, []);

  const limits = portal ?? usualLimits;
  return (
    <TextsContext value={texts}>
      <div className="page">
        <header className="top">
          <a href="/portal" className="brand">
            <img src="/favicon.svg" width="24" height="24" alt="" />
            <span>{portal?.companyName ?? texts.t('support')}</span>
          </a>
          <LanguageSwitch language={language} onChange={setLanguage} />
        </header>
        <main className="column">
          <ErrorBoundary fallback={(failure, retry) => <PortalFailure failure={failure} onRetry={retry} />}>
            {token ? <TrackingPage token={decodeURIComponent(token)} limits={limits} /> : <RequestPage limits={limits} />}
          </ErrorBoundary>
        </main>
      </div>
    </TextsContext>
  );
}
