import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type InboxSearch, sorts } from './inboxSearch';

interface Props {
  search: InboxSearch;
  onChange: (changed: Partial<InboxSearch>) => void;
}

export function SortMenu({ search, onChange }: Props) {
  const { t } = useTranslation();
  const current = search.sort ?? 'LAST_MESSAGE_AT';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('inbox.sort')}>
          <ActionIcon size="md" aria-label={t('inbox.sort')}>
            <IconArrowsSort size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {sorts.map((sort) => (
          <Menu.Item
            key={sort}
            aria-current={sort === current}
            rightSection={sort === current ? '✓' : null}
            onClick={() => onChange({ sort: sort === 'LAST_MESSAGE_AT' ? undefined : sort })}
          >
            {t(`sort.${sort}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={search.asc ? '✓' : null} aria-current={search.asc === true} onClick={() => onChange({ asc: search.asc ? undefined : true })}>
          {t('sort.ascending')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
