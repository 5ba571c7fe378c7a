import { Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { palette, paletteStore } from './openPalette';
import { usePaletteCommands } from './usePaletteCommands';
import { usePaletteSearch } from './usePaletteSearch';
import { IconSearch } from '@tabler/icons-react';

/** Go anywhere and do anything from the keyboard: pages and actions by name, tickets and customers as one types. */
export function CommandPalette({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 150);
  const commands = usePaletteCommands(onHelp);
  const found = usePaletteSearch(search);
  const wanted = text.trim().toLocaleLowerCase();
  // From the start of a word: "box" means a ticket about a box and not every view of the inbox.
  const matching = commands.filter((command) => ` ${command.label.toLocaleLowerCase()}`.includes(` ${wanted}`));
  const groups = [
    { name: t('palette.commands'), actions: matching.slice(0, wanted === '' ? 14 : 6) },
    { name: t('palette.tickets'), actions: text.trim() === search ? found.tickets : [] },
    { name: t('palette.customers'), actions: text.trim() === search ? found.customers : [] },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      clearQueryOnClose
      // Closing clears only when it has faded out; who opens it again before starts afresh all the same.
      onSpotlightOpen={() => setText('')}
      size={620}
      scrollable
      maxHeight={440}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={17} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.name} label={group.name}>
            {group.actions.map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.label}
                description={action.description}
                leftSection={action.icon}
                onClick={() => {
                  palette.close();
                  action.run();
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>{found.searching ? t('common.loading') : t('common.nothingFound')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
