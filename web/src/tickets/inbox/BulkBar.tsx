import { Button, CloseButton, Menu, Text } from '@mantine/core';
import { IconCircleCheck, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { PriorityMark } from '../controls/PriorityMark';
import { StatusMark } from '../controls/StatusMark';
import classes from './BulkBar.module.css';
import { priorities } from './inboxSearch';
import type { BulkChange } from './useTicketActions';

interface Props {
  count: number;
  busy: boolean;
  onSolve: () => void;
  onAssign: () => void;
  onChange: (change: BulkChange) => void;
  onAll: () => void;
  onClear: () => void;
}

export function BulkBar({ count, busy, onSolve, onAssign, onChange, onAll, onClear }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <div role="toolbar" aria-label={t('bulk.title')} className={classes.bar}>
      <Text size="sm" fw={500} aria-live="polite">
        {t('bulk.selected', { count })}
      </Text>
      <Button variant="subtle" color="gray" onClick={onAll}>
        {t('bulk.all')}
      </Button>
      <span className={classes.space} />
      {can('tickets.ticket.solve') && (
        <Button variant="default" loading={busy} leftSection={<IconCircleCheck size={14} aria-hidden />} onClick={onSolve}>
          {t('ticket.solve')}
        </Button>
      )}
      {can('tickets.ticket.assign') && (
        <Button variant="default" leftSection={<IconUserPlus size={14} aria-hidden />} onClick={onAssign}>
          {t('ticket.assign')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('field.status')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['OPEN', 'PENDING', 'ON_HOLD'] as const).map((status) => (
            <Menu.Item key={status} onClick={() => onChange({ status })}>
              <StatusMark status={status} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('field.priority')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {priorities.map((priority) => (
            <Menu.Item key={priority} onClick={() => onChange({ priority })}>
              <PriorityMark priority={priority} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <CloseButton size="sm" aria-label={t('bulk.clear')} onClick={onClear} />
    </div>
  );
}
