import { Text } from '@mantine/core';

/** Said below a chosen person who is away. */
export function AbsenceNote({ text }: { text?: string | null }) {
  return text ? (
    <Text size="xs" c="var(--app-muted)" role="note">
      {text}
    </Text>
  ) : null;
}
