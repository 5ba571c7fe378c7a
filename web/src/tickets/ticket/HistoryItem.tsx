import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { Time } from '@/ui/time/Time';
import classes from './HistoryItem.module.css';

export const HistoryItemFragment = graphql(`
  fragment HistoryItem on HistoryEntry {
    id
    at
    actorName
    action
    changes {
      field
      from
      to
    }
  }
`);

interface Props {
  entry: FragmentType<typeof HistoryItemFragment>;
  as?: 'li' | 'div';
}

/** The words of a catalogue where it has the key, else the word of the server. */
function useWord() {
  const { t, i18n } = useTranslation();
  return (prefix: string, word: string) => {
    const key = `${prefix}.${word}`;
    return i18n.exists(key) ? t(key as 'common.more') : word;
  };
}

export function HistoryItem({ entry: masked, as: Tag = 'div' }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const entry = readFragment(HistoryItemFragment, masked);
  const value = (field: string, text: string | null | undefined) =>
    text == null || text === '' ? t('history.nothing') : word(field.toLowerCase(), text);
  return (
    <Tag className={classes.item}>
      <span className={classes.actor}>{entry.actorName}</span>{' '}
      {entry.changes.length === 0
        ? word('history.action', entry.action)
        : entry.changes.map((change) => (
            <span key={change.field} className={classes.change}>
              {word('field', change.field)}: <s>{value(change.field, change.from)}</s> → {value(change.field, change.to)}
            </span>
          ))}{' '}
      <Time at={entry.at} form="clock" className={classes.time} />
    </Tag>
  );
}
