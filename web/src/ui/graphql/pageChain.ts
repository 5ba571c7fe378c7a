import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type AnyVariables, type Client, type CombinedError, createRequest } from 'urql';

export interface Page<N> {
  nodes: readonly N[];
  /** The cursor from which the next page goes on; null at the end. */
  next: string | null;
  total?: number | null;
}

export interface PagesState<N> {
  rows: readonly N[];
  total: number | null;
  hasMore: boolean;
  loading: boolean;
  loadingMore: boolean;
  error: CombinedError | null;
}

export interface PageSource<D, V extends AnyVariables, N> {
  document: TypedDocumentNode<D, V>;
  variablesAt: (cursor: string | null) => V;
  read: (data: D) => Page<N> | null | undefined;
}

interface OpenPage<N> {
  cursor: string | null;
  page: Page<N> | null;
  error: CombinedError | null;
  close: () => void;
}

/** A field this person may not read is empty in the answer; that is no reason to call the list broken. */
function onlyForbidden(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.length ? error.graphQLErrors.every((one) => one.extensions.code === 'NOT_ALLOWED') : false;
}

const empty = { rows: [], total: null, hasMore: false, loading: true, loadingMore: false, error: null };

/**
 * A list paged by keyset that stays live. Each page is an open query on the normalised cache, so a change of one row
 * shows at once; after a refresh a page whose end moved pulls the following page along. Rows never appear twice.
 */
export class PageChain<D, V extends AnyVariables, N extends { id: string }> {
  private readonly client: Client;
  private readonly source: PageSource<D, V, N>;
  private pages: OpenPage<N>[] = [];
  private readonly listeners = new Set<() => void>();
  private state: PagesState<N> = empty;

  constructor(client: Client, source: PageSource<D, V, N>) {
    this.client = client;
    this.source = source;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = () => this.state;

  start() {
    if (this.pages.length === 0) this.open(0, null);
  }

  stop() {
    for (const page of this.pages) page.close();
    this.pages = [];
  }

  readonly loadMore = () => {
    const last = this.pages.at(-1);
    if (last?.page?.next && !last.error) this.open(this.pages.length, last.page.next);
  };

  /** Asks the server again for everything on screen; rows stay where they are until the answer is in. */
  readonly refresh = () => {
    for (const page of this.pages) {
      page.error = null;
      this.client.reexecuteOperation(
        this.client.createRequestOperation('query', this.request(page.cursor), { requestPolicy: 'network-only' }),
      );
    }
    this.publish();
  };

  private request(cursor: string | null) {
    return createRequest(this.source.document, this.source.variablesAt(cursor));
  }

  private open(index: number, cursor: string | null) {
    const before = this.pages[index];
    before?.close();
    const opened: OpenPage<N> = { cursor, page: before?.page ?? null, error: null, close: () => undefined };
    this.pages[index] = opened;
    const subscription = this.client.executeQuery(this.request(cursor)).subscribe((result) => {
      if (this.pages[index] !== opened) return;
      const page = result.data ? this.source.read(result.data) : null;
      opened.error = page && onlyForbidden(result.error) ? null : (result.error ?? null);
      if (page) {
        opened.page = page;
        if (!result.stale) this.follow(index, page.next);
      }
      this.publish();
    });
    opened.close = () => subscription.unsubscribe();
    this.publish();
  }

  /** Keeps the page after `index` starting where page `index` now ends. */
  private follow(index: number, next: string | null) {
    const after = this.pages[index + 1];
    if (!after || after.cursor === next) return;
    if (next !== null) {
      this.open(index + 1, next);
      return;
    }
    for (const page of this.pages.splice(index + 1)) page.close();
  }

  private publish() {
    const seen = new Set<string>();
    const rows: N[] = [];
    for (const { page } of this.pages) {
      for (const node of page?.nodes ?? []) {
        if (seen.has(node.id)) continue;
        seen.add(node.id);
        rows.push(node);
      }
    }
    const first = this.pages[0];
    const last = this.pages.at(-1);
    this.state = {
      rows,
      total: first?.page?.total ?? null,
      hasMore: last?.page?.next != null,
      loading: !first?.page && !first?.error,
      loadingMore: this.pages.length > 1 && !last?.page && !last?.error,
      error: this.pages.find((page) => page.error)?.error ?? null,
    };
    for (const listener of this.listeners) listener();
  }
}
