import { useCallback, useMemo, useRef, useState } from 'react';

/** The ticked rows. What has left the list is no longer ticked; Shift takes everything between two clicks. */
export function useSelection(ids: readonly string[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const selected = useMemo(() => new Set(ids.filter((id) => picked.has(id))), [ids, picked]);
  const latestIds = useRef(ids);
  latestIds.current = ids;

  const toggle = useCallback((id: string, range = false) => {
    setPicked((before) => {
      const after = new Set(before);
      const from = range && anchor.current ? latestIds.current.indexOf(anchor.current) : -1;
      const to = latestIds.current.indexOf(id);
      if (from >= 0 && to >= 0) {
        for (const one of latestIds.current.slice(Math.min(from, to), Math.max(from, to) + 1)) after.add(one);
      } else if (!after.delete(id)) after.add(id);
      anchor.current = id;
      return after;
    });
  }, []);
  const clear = useCallback(() => setPicked(new Set()), []);
  const all = useCallback(() => setPicked(new Set(latestIds.current)), []);
  return { selected, toggle, clear, all };
}
