import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  processed: number;
  total: number;
  onCancel?: () => void;
}

export function ImportProgress({ title, processed, total, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const share = total === 0 ? 0 : Math.min(1, processed / total);
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <Stack gap={8} py="xl" maw={520}>
      <Text fw={600} role="status">
        {title}
      </Text>
      <Progress value={share * 100} size="lg" aria-label={title} transitionDuration={300} />
      <Group justify="space-between">
        <Text size="sm" c="var(--app-muted)" className="number">
          {t('imports.progress', { done: number(processed), total: number(total) })}
        </Text>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
