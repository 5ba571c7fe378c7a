import { HttpError } from '@/ui/http/http';
import { useTexts } from './texts';

export function PortalFailure({ failure, onRetry }: { failure: unknown; onRetry?: () => void }) {
  const { t } = useTexts();
  const offline = failure instanceof HttpError && failure.status === 0;
  const signedOut = failure instanceof HttpError && failure.code === 'NOT_SIGNED_IN';
  const trace = failure instanceof HttpError ? failure.traceId : null;
  return (
    <div role="alert" className="failure">
      <p>{signedOut ? t('sessionOver') : offline ? t('offline') : t('failed')}</p>
      {signedOut && (
        <p>
          <a href="/portal/sign-in" target="_blank" rel="noopener">
            {t('signIn')}
          </a>
        </p>
      )}
      {trace && !signedOut && (
        <p className="muted">
          {t('trace')} <code>{trace}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="button quiet" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
