import { useTranslation } from 'react-i18next';
import type { FragmentType } from '@/generated/staff';
import { VirtualRows } from '@/ui/controls/VirtualRows';
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

export function TicketList({ compact, selection, selectable, onSelect, ...list }: Props) {
  const { t } = useTranslation();
  return (
    <VirtualRows
      {...list}
      label={t('inbox.list')}
      rowHeight={compact ? 58 : 42}
      render={(ticket) => (
        <TicketRow
          ticket={ticket}
          compact={compact}
          active={ticket.id === list.activeId}
          selected={selection.has(ticket.id)}
          selectable={selectable}
          onSelect={onSelect}
        />
      )}
    />
  );
}
