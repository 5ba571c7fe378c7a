import type { ErrorComponentProps } from '@tanstack/react-router';
import { LoadError } from '../states/LoadError';

/** A page that failed to load or to draw; the navigation around it stays usable. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return <LoadError failure={error} onRetry={reset} />;
}
