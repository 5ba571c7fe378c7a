import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Stands where a value would, when the person's role does not show it. */
export function Hidden() {
  const { t } = useTranslation();
  return (
    <Text span size="sm" c="var(--app-muted)" style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      <IconLock size={13} stroke={1.6} aria-hidden />
      {t('common.hidden')}
    </Text>
  );
}
