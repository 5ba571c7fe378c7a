import { TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './InlineText.module.css';

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  readOnly?: boolean;
  /** Draws the value as the heading of its page. */
  heading?: 'h1' | 'h2';
  type?: 'text' | 'email' | 'tel' | 'date' | 'number';
  /** Begins as an input, e.g. for a value that is to be added. */
  startOpen?: boolean;
  onClose?: () => void;
  /** Answers what is wrong, or null when the value was taken. */
  onSave: (value: string) => Promise<string | null>;
}

/** A value that becomes its own input when it is clicked: Enter keeps the change, Escape drops it. */
export function InlineText(props: Props) {
  const { label, value, placeholder, readOnly = false, heading: Heading, type = 'text', onSave } = props;
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(props.startOpen ? value : null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const shown = value === '' ? (placeholder ?? '—') : value;

  const close = () => {
    setText(null);
    setError(null);
    props.onClose?.();
  };
  const finish = async () => {
    if (text === null || busy) return;
    if (text.trim() === value) {
      close();
      return;
    }
    setBusy(true);
    const problem = await onSave(text.trim());
    setBusy(false);
    setError(problem);
    if (problem === null) close();
  };

  if (text === null) {
    const content = (
      <span className={classes.value} data-empty={value === '' || undefined}>
        {shown}
      </span>
    );
    const control = readOnly ? (
      content
    ) : (
      <UnstyledButton className={classes.button} onClick={() => setText(value)} aria-label={t('common.edit', { label, value: shown })}>
        {content}
      </UnstyledButton>
    );
    return Heading ? <Heading className={classes.heading}>{control}</Heading> : control;
  }
  return (
    <TextInput
      autoFocus
      size="xs"
      type={type}
      className={classes.input}
      aria-label={label}
      value={text}
      error={error}
      disabled={busy}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void finish()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          void finish();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      }}
    />
  );
}
