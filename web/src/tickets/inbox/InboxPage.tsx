import { useMediaQuery } from '@mantine/hooks';
import { IconInbox, IconMoodCheck } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { useNewTicket } from '@/ui/shell/newTicketContext';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { ListSkeleton } from '@/ui/states/ListSkeleton';
import { LoadError } from '@/ui/states/LoadError';
import { AssignDialog } from '../controls/AssignDialog';
import { useTicketChanges } from '../TicketChanges';
import { TicketPane } from '../ticket/TicketPane';
import { BulkBar } from './BulkBar';
import { InboxBar } from './InboxBar';
import classes from './InboxPage.module.css';
import { activeFilterCount, type InboxSearch, toView } from './inboxSearch';
import { TicketList } from './TicketList';
import { rowLinkId } from './TicketRow';
import { useInboxKeys } from './useInboxKeys';
import { useSelection } from './useSelection';
import { useTicketActions } from './useTicketActions';
import { useTicketPages } from './useTicketPages';

export function InboxPage() {
  const { t } = useTranslation();
  const can = useCan();
  const view = toView(useParams({ from: '/shell/inbox/$view' }).view);
  const search = useSearch({ from: '/shell/inbox/$view' });
  const navigate = useNavigate({ from: '/inbox/$view' });
  const newTicket = useNewTicket();
  const narrow = useMediaQuery('(max-width: 768px)') ?? false;
  const pages = useTicketPages(view, search);
  const [cursor, setCursor] = useState<string | null>(null);
  const [assigning, setAssigning] = useState(false);
  const ids = useMemo(() => pages.rows.map((row) => row.id), [pages.rows]);
  const selection = useSelection(ids);
  const clearSelection = selection.clear;
  const actions = useTicketActions(pages.refresh);

  usePageTitle(t(`view.${view}`));
  useTicketChanges(pages.refresh);
  useEffect(() => clearSelection(), [view, clearSelection]);

  const openRow = pages.rows.find((row) => row.number === search.t);
  const activeId = openRow?.id ?? cursor;
  const activeIndex = ids.indexOf(activeId ?? '');
  const targets =
    selection.selected.size > 0 ? pages.rows.filter((row) => selection.selected.has(row.id)) : pages.rows.filter((row) => row.id === activeId);

  const change = (changed: Partial<InboxSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: !('t' in changed) });
  const openAt = (index: number) => {
    const row = pages.rows[index];
    if (!row) return;
    setCursor(row.id);
    // The focus goes along, so that Enter, Tab and a screen reader are where the cursor is.
    requestAnimationFrame(() => document.getElementById(rowLinkId(row.id))?.focus({ preventScroll: true }));
    if (search.t !== undefined) change({ t: row.number });
  };
  const close = () => {
    setCursor(activeId);
    change({ t: undefined });
  };

  const compose = useInboxKeys({
    isOpen: search.t !== undefined,
    move: (by) => openAt(Math.max(0, Math.min(ids.length - 1, activeIndex < 0 ? 0 : activeIndex + by))),
    open: () => {
      const row = pages.rows[Math.max(0, activeIndex)];
      if (row) change({ t: row.number });
    },
    close,
    solve: () => can('tickets.ticket.solve') && void actions.solveTickets(targets),
    assign: () => can('tickets.ticket.assign') && targets.length > 0 && setAssigning(true),
    select: () => activeId && selection.toggle(activeId),
    clearSelection,
  });

  const filtered = activeFilterCount(search) > 0 || search.q !== undefined;
  const compact = narrow || search.t !== undefined;
  return (
    <div className={classes.page} data-open={search.t !== undefined || undefined}>
      <section className={classes.list} aria-label={t(`view.${view}`)}>
        <InboxBar view={view} search={search} total={pages.total} compact={compact} onChange={change} />
        {selection.selected.size > 0 && (
          <BulkBar
            count={selection.selected.size}
            busy={actions.busy}
            onSolve={() => void actions.solveTickets(targets).then(selection.clear)}
            onAssign={() => setAssigning(true)}
            onChange={(changed) => void actions.changeTickets([...selection.selected], changed).then((ok) => ok && selection.clear())}
            onAll={selection.all}
            onClear={selection.clear}
          />
        )}
        {pages.loading ? (
          <ListSkeleton rows={14} height={42} />
        ) : pages.rows.length === 0 && pages.error ? (
          <LoadError failure={pages.error} onRetry={pages.refresh} />
        ) : pages.rows.length === 0 ? (
          <EmptyState
            icon={filtered ? IconInbox : IconMoodCheck}
            title={filtered ? t('inbox.noMatch') : t('inbox.empty')}
            text={filtered ? t('inbox.noMatchText') : t('inbox.emptyText')}
            action={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() => void navigate({ search: (before) => ({ t: before.t }) })}
                >
                  {t('inbox.clearFilters')}
                </Button>
              ) : can('tickets.ticket.create') ? (
                <Button variant="default" onClick={() => newTicket()}>
                  {t('newTicket.title')}
                </Button>
              ) : null
            }
          />
        ) : (
          <TicketList
            rows={pages.rows}
            compact={compact}
            activeId={activeId}
            selection={selection.selected}
            selectable={can('tickets.ticket.bulk')}
            onSelect={selection.toggle}
            hasMore={pages.hasMore}
            loadingMore={pages.loadingMore}
            error={pages.error}
            onMore={pages.loadMore}
            onRetry={pages.refresh}
          />
        )}
      </section>
      {search.t !== undefined && (
        <section className={classes.ticket} aria-label={t('ticket.pane', { number: search.t })}>
          <TicketPane
            key={search.t}
            ticketRef={String(search.t)}
            compose={compose}
            onClose={close}
            onNext={activeIndex >= 0 && activeIndex < ids.length - 1 ? () => openAt(activeIndex + 1) : undefined}
            onPrevious={activeIndex > 0 ? () => openAt(activeIndex - 1) : undefined}
          />
        </section>
      )}
      {assigning && (
        <AssignDialog
          count={targets.length}
          onClose={() => setAssigning(false)}
          onChoose={(assignment) => {
            setAssigning(false);
            void actions.changeTickets(targets.map((row) => row.id), assignment).then((ok) => ok && selection.clear());
          }}
        />
      )}
    </div>
  );
}
