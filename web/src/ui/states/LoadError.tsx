import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemsOf, sayProblem } from './failure';

interface Props {
  failure: unknown;
  onRetry?: () => void;
  /** One line inside a page instead of a whole area. */
  compact?: boolean;
}

export function LoadError({ failure, onRetry, compact = false }: Props) {
  const { t } = useTranslation();
  const problem = problemsOf(failure)[0];
  const trace = problem?.traceId;
  const retry = onRetry && (
    <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={onRetry}>
      {t('common.retry')}
    </Button>
  );
  if (compact) {
    return (
      <Group role="alert" gap="sm" p="sm">
        <Text size="sm" c="var(--app-danger)">
          {problem ? sayProblem(problem) : t('error.load')}
        </Text>
        {retry}
      </Group>
    );
  }
  return (
    <Stack role="alert" align="center" gap="xs" py={56} px="md">
      <IconCloudOff size={28} stroke={1.5} color="var(--app-faint)" aria-hidden />
      <Text fw={600}>{t('error.load')}</Text>
      <Text size="sm" c="var(--app-muted)" ta="center" maw={420}>
        {problem ? sayProblem(problem) : null}
      </Text>
      {trace && (
        <Text size="xs" c="var(--app-muted)">
          {t('error.traceLabel')} <Code>{trace}</Code>
        </Text>
      )}
      {retry}
    </Stack>
  );
}
