import { Alert, Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { EntryFrame } from '../EntryFrame';
import { sayTries } from '../sayTries';
import type { LinkOwner, LinkState } from './useLink';

interface Props {
  state: LinkState;
  title: (owner: LinkOwner) => string;
  text: (owner: LinkOwner) => string;
  waitingTitle: string;
  goneText?: string;
  /** What else to do when the link is gone. */
  goneMore?: ReactNode;
  onRetry: () => void;
  children: (owner: LinkOwner) => ReactNode;
}

/** A page behind a one-time link, with its states: being checked, gone, not reachable, and what the link is for. */
export function LinkFrame({ state, title, text, waitingTitle, goneText, goneMore, onRetry, children }: Props) {
  const { t } = useTranslation();
  if (state.status === 'checking') {
    return (
      <EntryFrame title={waitingTitle}>
        <Skeleton height={160} role="status" aria-label={t('common.loading')} />
      </EntryFrame>
    );
  }
  if (state.status === 'failed') {
    return (
      <EntryFrame title={waitingTitle}>
        <Stack gap="sm" align="flex-start">
          <Alert color="red" role="alert">
            {sayTries(t, state.failure) ?? problemsOf(state.failure).map(sayProblem).join(' ')}
          </Alert>
          <Button variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </Stack>
      </EntryFrame>
    );
  }
  if (state.status === 'gone') {
    return (
      <EntryFrame title={t('links.goneTitle')} text={[t('links.goneText'), goneText].filter(Boolean).join(' ')}>
        <Stack gap="xs" align="flex-start">
          {goneMore}
          <ToSignIn />
        </Stack>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={title(state.owner)} text={text(state.owner)}>
      {children(state.owner)}
    </EntryFrame>
  );
}

export function ToSignIn() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('links.toSignIn')}
    </Anchor>
  );
}
