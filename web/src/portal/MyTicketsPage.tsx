import { useCallback, useEffect, useRef, useState } from 'react';
import { graphql } from '@/generated/portal';
import type { MyTicketsQuery } from '@/generated/portal/graphql';
import { HttpError } from '@/ui/http/http';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { To } from './router';
import { Skeleton } from './Skeleton';
import { useSession } from './session';
import { useTexts } from './texts';
import { useFresh } from './useFresh';

const MyTickets = graphql(`
  query MyTickets($search: String, $state: MyTicketState, $first: Int!, $after: String) {
    myTickets(search: $search, state: $state, first: $first, after: $after) {
      nodes {
        id
        number
        subject
        status
        preview
        updatedAt
        lastMessageFromCustomer
        unread
        customerId
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const states = ['OPEN', 'CLOSED', 'ALL'] as const;
type State = (typeof states)[number];
type List = NonNullable<MyTicketsQuery['myTickets']>;
const pageSize = 20;
/** So many are kept fresh; older ones are read once. */
const mostFresh = 100;

const asked = (search: string, state: State) => ({ search: search || null, state: state === 'ALL' ? null : state });

/** Remembers for the next visit of the page what was chosen. */
const chosen: { state: State; search: string } = { state: 'OPEN', search: '' };

export function MyTicketsPage() {
  const { t, language } = useTexts();
  const { me, reload } = useSession();
  const [state, setState] = useState<State>(chosen.state);
  const [typed, setTyped] = useState(chosen.search);
  const [search, setSearch] = useState(chosen.search);
  const [first, setFirst] = useState(pageSize);
  const [list, setList] = useState<List | null>(null);
  const [older, setOlder] = useState<List[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef(0);
  useEffect(() => {
    document.title = t('myTitle');
  }, [t]);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearch(typed.trim());
      setOlder([]);
    }, 300);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    Object.assign(chosen, { state, search });
  }, [state, search]);

  const load = useCallback(async () => {
    const turn = (latest.current += 1);
    try {
      const data = await ask(MyTickets, { ...asked(search, state), first });
      // A slow answer must not replace that of a later question.
      if (turn !== latest.current) return;
      setList(data.myTickets ?? null);
      setFailure(null);
    } catch (failed) {
      if (turn !== latest.current) return;
      setFailure(failed);
      if (failed instanceof HttpError && failed.code === 'NOT_SIGNED_IN') await reload();
    }
  }, [search, state, first, reload]);
  useFresh(load);

  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const several = (me?.customers.length ?? 0) > 1;
  const choose = (one: State) => {
    setState(one);
    setFirst(pageSize);
    setOlder([]);
  };
  const last = older.at(-1) ?? list;
  const more = () => {
    if (first < mostFresh) setFirst(first + pageSize);
    else
      ask(MyTickets, { ...asked(search, state), first: pageSize, after: last?.pageInfo.endCursor }).then(
        (data) => setOlder(data.myTickets ? [...older, data.myTickets] : older),
        (failed: unknown) => setFailure(failed),
      );
  };
  // What was answered meanwhile has moved to the front.
  const shown = [...new Map([...older.flatMap((page) => page.nodes), ...(list?.nodes ?? [])].map((node) => [node.id, node])).values()].sort((a, b) =>
    b.updatedAt.localeCompare(a.updatedAt),
  );
  const nothing = search ? t('nothingFound', { search }) : state === 'OPEN' ? t('nothingOpen') : t('nothingYet');
  return (
    <>
      <div className="title">
        <h1>{t('myTitle')}</h1>
        <To className="button" href="/portal">
          {t('newRequest')}
        </To>
      </div>
      <div className="tools">
        <div role="group" aria-label={t('show')} className="choice">
          {states.map((one) => (
            <button key={one} type="button" aria-pressed={state === one} onClick={() => choose(one)}>
              {t(`show.${one}`)}
            </button>
          ))}
        </div>
        <input type="search" aria-label={t('search')} placeholder={t('search')} maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      {failure !== null && <PortalFailure failure={failure} onRetry={() => void load()} />}
      {!list && failure === null && <Skeleton />}
      {list?.nodes.length === 0 && (
        <div className="empty" role="status">
          <p>{nothing}</p>
        </div>
      )}
      {shown.length > 0 && (
        <ul className="tickets" aria-label={t('myTitle')}>
          {shown.map((ticket) => (
            <li key={ticket.id}>
              <To href={`/portal/my/${ticket.id}`} className="ticket" data-unread={ticket.unread || undefined}>
                <span className="line">
                  <span className="subject">{ticket.subject}</span>
                  {ticket.unread && <span className="new">{t('unread')}</span>}
                </span>
                <span className="preview">
                  {ticket.lastMessageFromCustomer ? `${t('you')}: ` : ''}
                  {ticket.preview}
                </span>
                <span className="facts">
                  <span className="chip" data-status={ticket.status}>
                    {t(`status.${ticket.status}`)}
                  </span>
                  <span className="number">#{ticket.number}</span>
                  <time dateTime={ticket.updatedAt}>{when.format(new Date(ticket.updatedAt))}</time>
                  {several && <span>{me?.customers.find((one) => one.id === ticket.customerId)?.name}</span>}
                </span>
              </To>
            </li>
          ))}
        </ul>
      )}
      {last?.pageInfo.hasNextPage && (
        <button type="button" className="button quiet" onClick={more}>
          {t('more')}
        </button>
      )}
    </>
  );
}
