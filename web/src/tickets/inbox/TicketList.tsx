import { Button, Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FragmentType } from '@/generated/staff';
import { LoadError } from '@/ui/states/LoadError';
import classes from './TicketList.module.css';
import { TicketRow, type TicketRowFragment } from './TicketRow';

export type ListedTicket = { id: string; number: number } & FragmentType<typeof TicketRowFragment>;

interface Props {
  rows: readonly ListedTicket[];
  compact: boolean;
  activeId: string | null;
  selection: ReadonlySet<string>;
  selectable: boolean;
  onSelect: (id: string, range: boolean) => void;
  hasMore: boolean;
  loadingMore: boolean;
  error: unknown;
  onMore: () => void;
  onRetry: () => void;
}

/** The rows that are on screen and a few around them; the next page is fetched before the end is reached. */
export function TicketList(props: Props) {
  const { rows, compact, activeId, selection, selectable, onSelect, hasMore, loadingMore, onMore } = props;
  const { t } = useTranslation();
  const viewport = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => (compact ? 58 : 42),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => virtual.measure(), [compact, virtual]);
  useEffect(() => {
    if (hasMore && !loadingMore && !props.error && rows.length > 0 && last >= rows.length - 15) onMore();
  }, [hasMore, loadingMore, last, rows.length, onMore, props.error]);

  const activeIndex = rows.findIndex((row) => row.id === activeId);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
    // Only a moved cursor scrolls; rows that arrive above it do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeId]);

  return (
    <div ref={viewport} className={classes.viewport}>
      <div role="list" aria-label={t('inbox.list')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const ticket = rows[item.index];
          return ticket ? (
            <div
              key={item.key}
              role="listitem"
              className={classes.item}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <TicketRow
                ticket={ticket}
                compact={compact}
                active={ticket.id === activeId}
                selected={selection.has(ticket.id)}
                selectable={selectable}
                onSelect={onSelect}
              />
            </div>
          ) : null;
        })}
      </div>
      {props.error ? <LoadError failure={props.error} onRetry={props.onRetry} compact /> : null}
      {hasMore && !props.error && (
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
