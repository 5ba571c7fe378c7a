import { Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewAs } from '@/access/mutations/useViewAs';
import { useMe } from '@/access/session';

/** Says above everything that the console is only being looked at, and leads back. */
export function ReadOnlyBanner() {
  const { t } = useTranslation();
  const { readOnlyBecause } = useMe();
  const viewAs = useViewAs();
  if (!readOnlyBecause) return null;
  return (
    <Group role="status" gap="sm" px="md" py={6} justify="center" wrap="nowrap" bg="var(--mantine-color-yellow-light)">
      <IconEye size={15} aria-hidden />
      <Text size="sm">{t('viewAs.text')}</Text>
      <Button size="compact-xs" variant="default" onClick={() => void viewAs(null)}>
        {t('viewAs.end')}
      </Button>
    </Group>
  );
}
