import { Stack, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  icon: Icon;
  title: string;
  text?: string;
  /** The next step. */
  action?: ReactNode;
  compact?: boolean;
  /** The only heading of a page that has nothing else to show. */
  heading?: boolean;
}

export function EmptyState({ icon: Picture, title, text, action, compact = false, heading = false }: Props) {
  return (
    <Stack align="center" gap={6} py={compact ? 20 : 64} px="md">
      <Picture size={compact ? 20 : 30} stroke={1.4} color="var(--app-faint)" aria-hidden />
      <Text component={heading ? 'h1' : 'p'} m={0} fw={compact ? 500 : 600} size="sm" c={compact ? 'var(--app-muted)' : undefined} ta="center">
        {title}
      </Text>
      {text && (
        <Text size="sm" c="var(--app-muted)" ta="center" maw={380}>
          {text}
        </Text>
      )}
      {action && <div style={{ marginTop: 8 }}>{action}</div>}
    </Stack>
  );
}
