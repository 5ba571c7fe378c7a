import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './InboxBar.module.css';
import { InboxFilters } from './InboxFilters';
import type { InboxSearch, ViewKey } from './inboxSearch';
import { SortMenu } from './SortMenu';

interface Props {
  view: ViewKey;
  search: InboxSearch;
  total: number | null;
  compact: boolean;
  onChange: (changed: Partial<InboxSearch>) => void;
}

export function InboxBar({ view, search, total, compact, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(search.q ?? '');
  const router = useRouter();
  const send = useDebouncedCallback((value: string) => {
    // Who has gone to another page or view meanwhile is not called back.
    if (router.latestLocation.pathname === `/inbox/${view}`) onChange({ q: value.trim() === '' ? undefined : value.trim() });
  }, 200);
  const type = (value: string) => {
    setText(value);
    send(value);
  };
  return (
    <header className={classes.bar} data-compact={compact || undefined}>
      <h1 className={classes.title}>
        {t(`view.${view}`)}
        {total !== null && <span className={classes.count}>{total.toLocaleString(i18n.language)}</span>}
      </h1>
      <TextInput
        id="inbox-search"
        type="search"
        size="xs"
        className={classes.search}
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={text === '' ? null : <CloseButton size="xs" aria-label={t('common.clear')} onClick={() => type('')} />}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <InboxFilters search={search} onChange={onChange} />
      <SortMenu search={search} onChange={onChange} />
    </header>
  );
}
