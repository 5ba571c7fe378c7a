import { Button, Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../states/LoadError';
import classes from './VirtualRows.module.css';

interface Props<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  rowHeight: number;
  /** The row of the keyboard cursor, kept in sight when it moves. */
  activeId?: string | null;
  render: (row: Row) => ReactNode;
  hasMore: boolean;
  loadingMore: boolean;
  error: unknown;
  onMore: () => void;
  onRetry: () => void;
}

/** The rows that are on screen and a few around them; the next page is fetched before the end is reached. */
export function VirtualRows<Row extends { id: string }>(props: Props<Row>) {
  const { rows, rowHeight, activeId = null, hasMore, loadingMore, error, onMore } = props;
  const { t } = useTranslation();
  const viewport = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  useEffect(() => {
    if (hasMore && !loadingMore && !error && rows.length > 0 && last >= rows.length - 15) onMore();
  }, [hasMore, loadingMore, last, rows.length, onMore, error]);

  const activeIndex = rows.findIndex((row) => row.id === activeId);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
    // Only a moved cursor scrolls; rows that arrive above it do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeId]);

  return (
    <div ref={viewport} className={classes.viewport}>
      <div role="list" aria-label={props.label} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index];
          return row ? (
            <div
              key={item.key}
              role="listitem"
              className={classes.item}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {props.render(row)}
            </div>
          ) : null;
        })}
      </div>
      {error ? <LoadError failure={error} onRetry={props.onRetry} compact /> : null}
      {hasMore && !error && (
        <div className={classes.more}>
          {loadingMore ? (
            <Loader size="xs" type="dots" aria-label={t('common.loading')} />
          ) : (
            <Button variant="subtle" color="gray" onClick={onMore}>
              {t('common.more')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
