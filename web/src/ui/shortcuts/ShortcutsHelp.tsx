import { Group, Kbd, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const groups = [
  { name: 'moving', rows: [['j', 'next'], ['k', 'previous'], ['Enter', 'open'], ['o', 'open'], ['Esc', 'back'], ['/', 'search']] },
  { name: 'doing', rows: [['r', 'reply'], ['n', 'note'], ['e', 'solve'], ['a', 'assign'], ['x', 'select'], ['c', 'create']] },
  { name: 'anywhere', rows: [['Ctrl K', 'palette'], ['Ctrl Enter', 'send'], ['?', 'help']] },
] as const;

export function ShortcutsHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl">
        {groups.map((group) => (
          <Stack key={group.name} gap={8}>
            <Text size="xs" c="var(--app-muted)" fw={600}>
              {t(`shortcuts.group.${group.name}`)}
            </Text>
            {group.rows.map(([keys, what]) => (
              <Group key={keys} justify="space-between" wrap="nowrap">
                <Text size="sm">{t(`shortcuts.${what}`)}</Text>
                <Group gap={4} wrap="nowrap">
                  {keys.split(' ').map((key) => (
                    <Kbd key={key} size="xs">
                      {key}
                    </Kbd>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
