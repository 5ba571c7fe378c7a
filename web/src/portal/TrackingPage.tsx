import { useCallback, useEffect, useState } from 'react';
import { graphql } from '@/generated/portal';
import type { TrackedRequestQuery } from '@/generated/portal/graphql';
import { formatSize } from '@/ui/controls/formatSize';
import type { PortalLimits } from './PortalApp';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { ReplyForm } from './ReplyForm';
import { useTexts } from './texts';

const TrackedRequest = graphql(`
  query TrackedRequest($token: String!) {
    trackedRequest(token: $token) {
      number
      subject
      status
      createdAt
      updatedAt
      canReply
      messages {
        id
        fromCustomer
        authorName
        body
        createdAt
        files {
          name
          size
          url
        }
      }
    }
  }
`);

export type Tracked = NonNullable<TrackedRequestQuery['trackedRequest']>;

export function TrackingPage({ token, limits }: { token: string; limits: PortalLimits }) {
  const { t, language } = useTexts();
  const [request, setRequest] = useState<Tracked | null | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);

  const load = useCallback(
    () =>
      ask(TrackedRequest, { token }).then(
        (data) => {
          setRequest(data.trackedRequest ?? null);
          setFailure(null);
        },
        (error: unknown) => setFailure(error),
      ),
    [token],
  );
  useEffect(() => {
    void load();
    // The page stays open in a tab: it looks for answers when it is looked at and once a minute.
    const look = () => {
      if (!document.hidden) void load();
    };
    const timer = setInterval(look, 60_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [load]);
  useEffect(() => {
    document.title = request ? `#${request.number} ${request.subject}` : t('requestTitle');
  }, [request, t]);

  if (request === undefined) {
    if (failure !== null) return <PortalFailure failure={failure} onRetry={() => void load()} />;
    return (
      <div role="status" aria-label={t('loading')} className="skeleton">
        <div />
        <div />
        <div />
      </div>
    );
  }
  if (request === null) {
    return (
      <>
        <h1>{t('unknownTitle')}</h1>
        <p className="muted lead">{t('unknownText')}</p>
        <a className="button" href="/portal">
          {t('newRequest')}
        </a>
      </>
    );
  }
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p className="muted number">#{request.number}</p>
      <h1>{request.subject}</h1>
      <div className="status" data-status={request.status} role="status">
        <strong>{t(`status.${request.status}`)}</strong>
        <span>{t(`statusText.${request.status}`)}</span>
      </div>
      <ol className="messages" aria-label={t('messages')}>
        {request.messages.map((message) => (
          <li key={message.id} className="message" data-from={message.fromCustomer ? 'customer' : 'company'}>
            <div className="who">
              <strong>{message.fromCustomer ? t('you') : message.authorName}</strong>
              <time dateTime={message.createdAt}>{when.format(new Date(message.createdAt))}</time>
            </div>
            <div className="body">{message.body}</div>
            {message.files.length > 0 && (
              <ul className="files">
                {message.files.map((file) => (
                  <li key={file.url}>
                    <a href={file.url} download={file.name}>
                      {file.name}
                    </a>
                    <span className="muted">{formatSize(file.size, language)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {request.canReply ? (
        <ReplyForm token={token} limits={limits} onReplied={setRequest} />
      ) : (
        <p className="muted">
          {t('noReply')} <a href="/portal">{t('newRequest')}</a>
        </p>
      )}
    </>
  );
}
