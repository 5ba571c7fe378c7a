import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '@/generated/staff';

const TicketChangedSubscription = graphql(`
  subscription TicketChanged {
    ticketChanged {
      ticketId
      ticket {
        ...TicketRow
      }
    }
  }
`);

/** null: anything may have changed, e.g. after the live connection was lost. */
type Listener = (ticketId: string | null) => void;

class Changes {
  private readonly listeners = new Set<Listener>();

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(ticketId: string | null): void {
    for (const listener of this.listeners) listener(ticketId);
  }
}

const ChangesContext = createContext<Changes>(new Changes());

/** One live subscription for the whole console: its rows go into the cache, its news to whoever shows lists and counts. */
export function TicketChangesProvider({ children, reconnections }: { children: ReactNode; reconnections: number }) {
  const changes = useMemo(() => new Changes(), []);
  useSubscription({ query: TicketChangedSubscription }, (_before, data) => {
    // The listeners set state, so they hear it after the cache has been written and rendered.
    const changed = data.ticketChanged?.ticketId;
    if (changed) queueMicrotask(() => changes.tell(changed));
    return data;
  });
  useEffect(() => {
    if (reconnections > 0) changes.tell(null);
  }, [changes, reconnections]);
  return <ChangesContext value={changes}>{children}</ChangesContext>;
}

/** Calls back, gathered over a moment, when a ticket changed; a hidden tab waits until it is looked at again. */
export function useTicketChanges(react: () => void, ticketId?: string): void {
  const changes = use(ChangesContext);
  const latest = useRef(react);
  useEffect(() => {
    latest.current = react;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = false;
    const run = () => {
      waiting = document.hidden;
      if (!waiting) latest.current();
    };
    const remove = changes.add((changed) => {
      if (ticketId !== undefined && changed !== null && changed !== ticketId) return;
      clearTimeout(timer);
      timer = setTimeout(run, 300);
    });
    const onVisible = () => {
      if (!document.hidden && waiting) run();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      remove();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [changes, ticketId]);
}
