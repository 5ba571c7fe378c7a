import { Modal, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconUserOff, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/access/session';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { usePeople } from '../people';
import { sayAbsence } from './sayAbsence';
import classes from './AssignDialog.module.css';

export type Assignment = { assigneeId: string | null } | { teamId: string };

interface Props {
  count: number;
  onChoose: (assignment: Assignment) => void;
  onClose: () => void;
}

/** Type a few letters, press Enter: the first match takes the ticket. */
export function AssignDialog({ count, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { users, teams } = usePeople();
  const [text, setText] = useState('');
  const [index, setIndex] = useState(0);
  const matches = (name: string) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
  const options = [
    { key: me.id, label: t('assign.me'), name: me.name, hint: null, choice: { assigneeId: me.id } as Assignment },
    ...users
      .filter((user) => user.id !== me.id)
      .map((user) => ({ key: user.id, label: user.name, name: user.name, hint: sayAbsence(t, user), choice: { assigneeId: user.id } as Assignment })),
    { key: 'nobody', label: t('assign.nobody'), name: null, hint: null, choice: { assigneeId: null } as Assignment },
    ...teams.map((team) => ({ key: team.id, label: team.name, name: null, hint: null, choice: { teamId: team.id } as Assignment })),
  ].filter((option) => matches(option.label) || (option.name !== null && matches(option.name)));
  const current = Math.min(index, options.length - 1);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setIndex(Math.min(current + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && options[current]) onChoose(options[current].choice);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('assign.title', { count })}
      size="sm"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <TextInput
        data-autofocus
        placeholder={t('assign.search')}
        aria-label={t('assign.search')}
        role="combobox"
        aria-expanded
        aria-controls="assign-options"
        aria-activedescendant={options[current] ? `assign-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id="assign-options" aria-label={t('assign.title', { count })} className={classes.options}>
        {options.map((option, position) => (
          <UnstyledButton
            key={option.key}
            id={`assign-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === current}
            className={classes.option}
            onMouseMove={() => setIndex(position)}
            onClick={() => onChoose(option.choice)}
          >
            {option.name !== null ? (
              <PersonAvatar name={option.name} size={22} />
            ) : option.key === 'nobody' ? (
              <IconUserOff size={18} stroke={1.5} aria-hidden />
            ) : (
              <IconUsersGroup size={18} stroke={1.5} aria-hidden />
            )}
            <span>
              {option.label}
              {option.hint && (
                <Text size="xs" c="var(--app-muted)" component="span" display="block">
                  {option.hint}
                </Text>
              )}
            </span>
          </UnstyledButton>
        ))}
        {options.length === 0 && (
          <Text size="sm" c="var(--app-muted)" p="sm">
            {t('common.nothingFound')}
          </Text>
        )}
      </div>
    </Modal>
  );
}
