import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type AnyVariables, useClient } from 'urql';
import { PageChain, type PageSource } from './pageChain';

/** A keyset-paged list. It starts over when the variables of its first page change. */
export function usePages<D, V extends AnyVariables, N extends { id: string }>(source: PageSource<D, V, N>) {
  const client = useClient();
  const key = JSON.stringify(source.variablesAt(null));
  const chain = useMemo(
    () => new PageChain(client, source),
    // The source is written in place by every caller; what tells two lists apart is its variables.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, key],
  );
  useEffect(() => {
    chain.start();
    return () => chain.stop();
  }, [chain]);
  const state = useSyncExternalStore(chain.subscribe, chain.current);
  return { ...state, loadMore: chain.loadMore, refresh: chain.refresh };
}
