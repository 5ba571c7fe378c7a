import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PortalQuery } from '@/generated/portal/graphql';
import { ErrorBoundary } from '@/ui/states/ErrorBoundary';
import { LanguageSwitch } from './LanguageSwitch';
import { LinkPage } from './LinkPage';
import { MyTicketPage } from './MyTicketPage';
import { MyTicketsPage } from './MyTicketsPage';
import { NewTicketPage } from './NewTicketPage';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { ProfilePage } from './ProfilePage';
import { RequestPage } from './RequestPage';
import { To, usePath } from './router';
import { type Me, PortalDocument, SessionContext } from './session';
import { SignInPage } from './SignInPage';
import { Skeleton } from './Skeleton';
import { rememberPortalLanguage, startPortalLanguage, TextsContext, type Translate, translator } from './texts';
import { TrackingPage } from './TrackingPage';

export type PortalLimits = Pick<PortalQuery['portal'], 'maxFileBytes' | 'maxFiles'>;

/** Until the server has said its own limits. */
const usualLimits: PortalLimits = { maxFileBytes: 10 * 1024 * 1024, maxFiles: 5 };

export function PortalApp() {
  const [language, setLanguage] = useState(startPortalLanguage);
  const [portal, setPortal] = useState<PortalQuery['portal'] | null>(null);
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  const texts = useMemo(() => ({ language, t: translator(language) }), [language]);
  const path = usePath();

  const reload = useCallback(
    () =>
      ask(PortalDocument, {}).then(
        (data) => {
          setPortal(data.portal);
          setMe(data.me ?? null);
        },
        // The form works without the company's name, so a failure here is not shown.
        () => setMe((known) => known ?? null),
      ),
    [],
  );
  const session = useMemo(() => ({ me, reload }), [me, reload]);
  useEffect(() => rememberPortalLanguage(language), [language]);
  useEffect(() => {
    void reload();
  }, [reload]);

  return (
    <TextsContext value={texts}>
      <SessionContext value={session}>
        <div className="page">
          <header className="top">
            <To href="/portal" className="brand">
              <img src="/favicon.svg" width="24" height="24" alt="" />
              <span>{portal?.companyName ?? texts.t('support')}</span>
            </To>
            <div className="tail">
              <Navigation me={me} path={path} t={texts.t} />
              <LanguageSwitch language={language} onChange={setLanguage} />
            </div>
          </header>
          <main className="column">
            <ErrorBoundary key={path} fallback={(failure, retry) => <PortalFailure failure={failure} onRetry={retry} />}>
              <Page path={path} me={me} limits={portal ?? usualLimits} />
            </ErrorBoundary>
          </main>
        </div>
      </SessionContext>
    </TextsContext>
  );
}

function Navigation({ me, path, t }: { me: Me | null | undefined; path: string; t: Translate }) {
  if (me === undefined) return null;
  const links: [string, string][] = me
    ? [
        ['/portal/my', t('myTitle')],
        ['/portal/profile', t('profile')],
      ]
    : [['/portal/sign-in', t('signIn')]];
  return (
    <nav aria-label={t('navigation')}>
      {links.map(([href, name]) => (
        <To key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {name}
        </To>
      ))}
    </nav>
  );
}

function Page({ path, me, limits }: { path: string; me: Me | null | undefined; limits: PortalLimits }) {
  const token = /^\/portal\/requests\/([^/]+)\/?$/.exec(path)?.[1];
  if (token) return <TrackingPage token={decodeURIComponent(token)} limits={limits} />;
  if (path === '/portal/sign-in/link') return <LinkPage />;
  if (me === undefined) return <Skeleton />;
  const ticket = /^\/portal\/my\/([^/]+)\/?$/.exec(path)?.[1];
  if (path.startsWith('/portal/my') || path === '/portal/profile' || path.startsWith('/portal/sign-in')) {
    if (!me) return <SignInPage />;
    if (ticket) return <MyTicketPage id={decodeURIComponent(ticket)} limits={limits} />;
    return path === '/portal/profile' ? <ProfilePage me={me} /> : <MyTicketsPage />;
  }
  return me ? <NewTicketPage me={me} limits={limits} /> : <RequestPage limits={limits} />;
}
