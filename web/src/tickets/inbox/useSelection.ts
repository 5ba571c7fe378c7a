import { useCallback, useMemo, useState } from 'react';

interface Picked {
  ids: ReadonlySet<string>;
  /** The row of the last click: where a click with Shift starts from. */
  anchor: string | null;
}

const nothing: Picked = { ids: new Set(), anchor: null };

/** The ticked rows. What has left the list is no longer ticked; Shift takes everything between two clicks. */
export function useSelection(ids: readonly string[]) {
  const [picked, setPicked] = useState(nothing);
  const selected = useMemo(() => new Set(ids.filter((id) => picked.ids.has(id))), [ids, picked]);

  const toggle = useCallback(
    (id: string, range = false) =>
      setPicked((before) => {
        const after = new Set(before.ids);
        const from = range && before.anchor !== null ? ids.indexOf(before.anchor) : -1;
        const to = ids.indexOf(id);
        if (from >= 0 && to >= 0) {
          for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) after.add(one);
        } else if (!after.delete(id)) after.add(id);
        return { ids: after, anchor: id };
      }),
    [ids],
  );
  const clear = useCallback(() => setPicked(nothing), []);
  const all = useCallback(() => setPicked({ ids: new Set(ids), anchor: null }), [ids]);
  return { selected, toggle, clear, all };
}
