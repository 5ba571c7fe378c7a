import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '../EntryFrame';
import { useSession } from '../session';
import { LinkFrame, ToSignIn } from './LinkFrame';
import { useLink } from './useLink';
import { usePosted } from './usePosted';

/** The new address is confirmed by a press, not by opening the page: mail scanners open links too. */
export function ConfirmEmailPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/confirm-email' });
  const link = useLink('EmailChange', token);
  const session = useSession();
  const { busy, failure, post } = usePosted(link.setGone);
  const [email, setEmail] = useState<string | null>(null);
  const confirm = async () => {
    const answer = await post<{ email: string }>('/auth/confirm-email', { token });
    if (!answer) return;
    setEmail(answer.email);
    await session.reload();
  };
  if (email) {
    return (
      <EntryFrame title={t('links.confirmDoneTitle')} text={t('links.confirmDoneText', { email })}>
        {session.state.status === 'signedIn' ? (
          <Anchor component={Link} to="/" size="sm">
            {t('links.toConsole')}
          </Anchor>
        ) : (
          <ToSignIn />
        )}
      </EntryFrame>
    );
  }
  return (
    <LinkFrame
      state={link.state}
      waitingTitle={t('links.confirmTitle')}
      title={() => t('links.confirmTitle')}
      text={(owner) => t('links.confirmText', { email: owner.email })}
      onRetry={link.retry}
    >
      {() => <PressOnce label={t('links.confirmSubmit')} busy={busy} failure={failure} onPress={() => void confirm()} />}
    </LinkFrame>
  );
}

/** Whoever owned the address before takes the account back. */
export function UndoEmailPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/undo-email' });
  const link = useLink('EmailChangeUndo', token);
  const session = useSession();
  const { busy, failure, post } = usePosted(link.setGone);
  const [done, setDone] = useState<{ email: string; mailed: boolean } | null>(null);
  const undo = async () => {
    const answer = await post<{ email: string; mailed: boolean }>('/auth/undo-email', { token });
    if (!answer) return;
    setDone(answer);
    await session.reload();
  };
  if (done) {
    return (
      <EntryFrame title={t('links.undoDoneTitle')} text={done.mailed ? t('links.undoDoneText', { email: done.email }) : t('links.undoDoneNoMail')}>
        <ToSignIn />
      </EntryFrame>
    );
  }
  return (
    <LinkFrame
      state={link.state}
      waitingTitle={t('links.undoTitle')}
      title={() => t('links.undoTitle')}
      text={(owner) => t('links.undoText', { email: owner.email })}
      onRetry={link.retry}
    >
      {() => <PressOnce label={t('links.undoSubmit')} busy={busy} failure={failure} onPress={() => void undo()} />}
    </LinkFrame>
  );
}

function PressOnce({ label, busy, failure, onPress }: { label: string; busy: boolean; failure: string | null; onPress: () => void }) {
  return (
    <Stack gap="sm">
      {failure && (
        <Alert color="red" role="alert">
          {failure}
        </Alert>
      )}
      <Button size="sm" fullWidth loading={busy} onClick={onPress}>
        {label}
      </Button>
      <ToSignIn />
    </Stack>
  );
}
