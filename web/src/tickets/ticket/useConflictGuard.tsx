import { useCallback, useState } from 'react';
import type { Outcome } from '@/ui/graphql/useAction';
import { isConflict } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { ConflictDialog } from './ConflictDialog';

interface Seen {
  id: string;
  version: number;
  /** When the version on screen was made. */
  since: string;
}

type Attempt<D> = (expectedVersion: number) => Promise<Outcome<D>>;
/** Runs a change of the ticket on screen. `name` says in words what is being changed, for the dialog. */
export type Guard = <D>(name: string, attempt: Attempt<D>) => Promise<Outcome<D>>;

interface Open {
  name: string;
  seen: Seen;
  currentVersion: number | null;
  decide: (again: boolean) => void;
}

/**
 * Changes carry the version they were made on. When somebody else was first, nothing is lost and nothing is
 * overwritten unseen: the person reads what happened and then repeats the change on top of it, or lets it be.
 */
export function useConflictGuard(seen: Seen, reload: () => void) {
  const [open, setOpen] = useState<Open | null>(null);
  const { id, version, since } = seen;

  const guard = useCallback<Guard>(
    async (name, attempt) => {
      let outcome = await attempt(version);
      for (;;) {
        if (outcome.ok) return outcome;
        const conflict = outcome.problems.find(isConflict);
        if (!conflict) {
          notifyProblems(outcome.problems.filter((problem) => problem.field === null));
          return outcome;
        }
        reload();
        const currentVersion = conflict.currentVersion;
        const again = await new Promise<boolean>((decide) =>
          setOpen({ name, seen: { id, version, since }, currentVersion, decide }),
        );
        setOpen(null);
        if (!again) return outcome;
        outcome = await attempt(currentVersion ?? version + 1);
      }
    },
    [id, version, since, reload],
  );

  const dialog = open && (
    <ConflictDialog
      ticketId={open.seen.id}
      since={open.seen.since}
      name={open.name}
      onReapply={() => open.decide(true)}
      onKeep={() => open.decide(false)}
    />
  );
  return { guard, dialog };
}
