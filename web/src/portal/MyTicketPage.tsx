import { useCallback, useEffect, useRef, useState } from 'react';
import { graphql } from '@/generated/portal';
import type { MyTicketQuery } from '@/generated/portal/graphql';
import { HttpError } from '@/ui/http/http';
import { Messages } from './Messages';
import { changeTicket, markRead, replyToTicket } from './myTicketChanges';
import type { PortalLimits } from './PortalApp';
import { ask, type PortalError } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { ReplyForm } from './ReplyForm';
import { To } from './router';
import { Skeleton } from './Skeleton';
import { useSession } from './session';
import { useTexts } from './texts';
import { useFresh } from './useFresh';

const MyTicket = graphql(`
  query MyTicket($id: ID!) {
    myTicket(id: $id) {
      id
      number
      subject
      status
      createdAt
      updatedAt
      unread
      customerId
      canReply
      canClose
      canReopen
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

export function MyTicketPage({ id, limits }: { id: string; limits: PortalLimits }) {
  const { t, language } = useTexts();
  const { me, reload } = useSession();
  const [ticket, setTicket] = useState<MyTicketQuery['myTicket'] | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly PortalError[]>([]);
  const [busy, setBusy] = useState(false);
  const shown = useRef(false);

  const load = useCallback(async () => {
    // What is no id of a request is as good as unknown.
    if (!/^Ticket_[\w-]{22}$/.test(id)) {
      setTicket(null);
      return;
    }
    try {
      const found = (await ask(MyTicket, { id })).myTicket ?? null;
      setTicket(found);
      shown.current = found !== null;
      setFailure(null);
      if (found?.unread && !document.hidden) await markRead(found.id, found.updatedAt);
    } catch (failed) {
      setFailure(failed);
      // The sign-in takes the place of this page, but not of an answer that is being written.
      if (failed instanceof HttpError && failed.code === 'NOT_SIGNED_IN' && !shown.current) await reload();
    }
  }, [id, reload]);
  useFresh(load);
  useEffect(() => {
    document.title = ticket ? `#${ticket.number} ${ticket.subject}` : t('myTitle');
  }, [ticket, t]);

  const change = async (what: 'close' | 'reopen') => {
    setBusy(true);
    try {
      setProblems(await changeTicket(what, id));
      await load();
    } catch (failed) {
      setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  const back = (
    <p className="back">
      <To href="/portal/my">← {t('myTitle')}</To>
    </p>
  );
  if (ticket === undefined) return failure === null ? <Skeleton /> : <PortalFailure failure={failure} onRetry={() => void load()} />;
  if (ticket === null)
    return (
      <>
        {back}
        <h1>{t('notYoursTitle')}</h1>
        <p className="muted lead">{t('notYoursText')}</p>
      </>
    );
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const customer = (me?.customers.length ?? 0) > 1 ? me?.customers.find((one) => one.id === ticket.customerId)?.name : null;
  return (
    <>
      {back}
      <p className="muted number">
        #{ticket.number} · {t('writtenOn', { when: when.format(new Date(ticket.createdAt)) })}
        {customer && ` · ${customer}`}
      </p>
      <h1>{ticket.subject}</h1>
      <div className="status" data-status={ticket.status} role="status">
        <strong>{t(`status.${ticket.status}`)}</strong>
        <span>{t(`statusText.${ticket.status}`)}</span>
      </div>
      <Messages messages={ticket.messages} />
      {failure !== null && <PortalFailure failure={failure} onRetry={() => void load()} />}
      {problems.map((problem) => (
        <p key={problem.code} className="error" role="alert">
          {problem.message}
        </p>
      ))}
      {ticket.canReply ? (
        <ReplyForm
          limits={limits}
          send={async (text, fileIds, key) => {
            const errors = await replyToTicket({ ticketId: id, text, fileIds }, key);
            if (errors.length === 0) await load();
            return errors;
          }}
        />
      ) : (
        <p className="muted">
          {t('noReply')} <To href="/portal">{t('newRequest')}</To>
        </p>
      )}
      {(ticket.canClose || ticket.canReopen) && (
        <p className="settle">
          <span className="muted">{ticket.canClose ? t('closeText') : t('reopenText')}</span>
          <button type="button" className="button quiet" disabled={busy} onClick={() => void change(ticket.canClose ? 'close' : 'reopen')}>
            {ticket.canClose ? t('close') : t('reopen')}
          </button>
        </p>
      )}
    </>
  );
}
