import { useCallback, useEffect, useState } from 'react';
import { graphql } from '@/generated/portal';
import type { TrackedRequestQuery } from '@/generated/portal/graphql';
import { Messages } from './Messages';
import type { PortalLimits } from './PortalApp';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { ReplyForm } from './ReplyForm';
import { Skeleton } from './Skeleton';
import { useTexts } from './texts';
import { useFresh } from './useFresh';

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

const ReplyToRequest = graphql(`
  mutation ReplyToRequest($input: ReplyToRequestInput!) {
    replyToRequest(input: $input) {
      request {
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
      errors {
        code
        message
        path
      }
    }
  }
`);

type Tracked = NonNullable<TrackedRequestQuery['trackedRequest']>;

export function TrackingPage({ token, limits }: { token: string; limits: PortalLimits }) {
  const { t } = useTexts();
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
  useFresh(load);
  useEffect(() => {
    document.title = request ? `#${request.number} ${request.subject}` : t('requestTitle');
  }, [request, t]);

  if (request === undefined) {
    if (failure !== null) return <PortalFailure failure={failure} onRetry={() => void load()} />;
    return <Skeleton />;
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
  return (
    <>
      <p className="muted number">#{request.number}</p>
      <h1>{request.subject}</h1>
      <div className="status" data-status={request.status} role="status">
        <strong>{t(`status.${request.status}`)}</strong>
        <span>{t(`statusText.${request.status}`)}</span>
      </div>
      <Messages messages={request.messages} />
      {request.canReply ? (
        <ReplyForm
          limits={limits}
          send={async (text, fileIds, key) => {
            const { replyToRequest } = await ask(ReplyToRequest, { input: { token, text, fileIds } }, key);
            if (replyToRequest.request) setRequest(replyToRequest.request);
            return replyToRequest.errors;
          }}
        />
      ) : (
        <p className="muted">
          {t('noReply')} <a href="/portal">{t('newRequest')}</a>
        </p>
      )}
    </>
  );
}
