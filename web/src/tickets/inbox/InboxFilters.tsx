import { ActionIcon, Button, Indicator, Popover, Select, Stack, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import type { TicketPriority, TicketStatus, TicketType } from '@/generated/staff/graphql';
import { usePeople } from '../people';
import { activeFilterCount, type InboxSearch, priorities, statuses, ticketTypes } from './inboxSearch';

const TicketTagsQuery = graphql(`
  query TicketTags {
    ticketTags
  }
`);

interface Props {
  search: InboxSearch;
  onChange: (changed: Partial<InboxSearch>) => void;
}

export function InboxFilters({ search, onChange }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { users } = usePeople(!opened);
  const [{ data }] = useQuery({ query: TicketTagsQuery, pause: !opened });
  const count = activeFilterCount(search);
  const select = { clearable: true, size: 'xs', comboboxProps: { withinPortal: false }, searchable: true, openOnFocus: false } as const;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('inbox.filters')} disabled={opened}>
          <Indicator disabled={count === 0} label={count} size={15} offset={4}>
            <ActionIcon size="md" onClick={() => setOpened((before) => !before)} aria-label={t('inbox.filtersActive', { count })}>
              <IconFilter size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inbox.filters')}>
        <Stack gap={8}>
          <Select
            {...select}
            label={t('field.status')}
            value={search.status ?? null}
            onChange={(value) => onChange({ status: (value as TicketStatus | null) ?? undefined })}
            data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          <Select
            {...select}
            label={t('field.priority')}
            value={search.priority ?? null}
            onChange={(value) => onChange({ priority: (value as TicketPriority | null) ?? undefined })}
            data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <Select
            {...select}
            label={t('field.type')}
            value={search.type ?? null}
            onChange={(value) => onChange({ type: (value as TicketType | null) ?? undefined })}
            data={ticketTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          />
          <Select
            {...select}
            label={t('field.assignee')}
            value={search.assignee ?? null}
            onChange={(value) => onChange({ assignee: value ?? undefined })}
            data={users.map((user) => ({ value: user.id, label: user.name }))}
          />
          <Select
            {...select}
            label={t('field.tag')}
            value={search.tag ?? null}
            onChange={(value) => onChange({ tag: value ?? undefined })}
            data={[...new Set([...(data?.ticketTags ?? []), ...(search.tag ? [search.tag] : [])])]}
          />
          {count > 0 && (
            <Button
              variant="default"
              onClick={() =>
                onChange({ status: undefined, priority: undefined, type: undefined, assignee: undefined, tag: undefined })
              }
            >
              {t('inbox.clearFilters')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
