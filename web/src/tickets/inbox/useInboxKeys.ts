import { useState } from 'react';
import { useShortcuts } from '@/ui/shortcuts/useShortcuts';
import type { ComposeRequest } from '../ticket/composeRequest';

interface Actions {
  isOpen: boolean;
  move: (by: 1 | -1) => void;
  open: () => void;
  close: () => void;
  solve: () => void;
  assign: () => void;
  select: () => void;
  clearSelection: () => void;
}

/** The keys of the inbox. Reply and note open the ticket first when only the list is shown. */
export function useInboxKeys(actions: Actions): ComposeRequest | null {
  const [compose, setCompose] = useState<ComposeRequest | null>(null);
  const write = (mode: ComposeRequest['mode']) => {
    if (!actions.isOpen) actions.open();
    setCompose((before) => ({ mode, turn: (before?.turn ?? 0) + 1 }));
  };
  useShortcuts({
    j: () => actions.move(1),
    k: () => actions.move(-1),
    Enter: actions.open,
    o: actions.open,
    r: () => write('PUBLIC'),
    n: () => write('NOTE'),
    e: actions.solve,
    a: actions.assign,
    x: actions.select,
    Escape: actions.isOpen ? actions.close : actions.clearSelection,
    '/': () => document.getElementById('inbox-search')?.focus(),
  });
  return compose;
}
