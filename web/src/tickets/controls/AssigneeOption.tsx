import { Text } from '@mantine/core';

/** A person to choose, and below it what to know first. */
export function AssigneeOption({ name, hint }: { name: string; hint?: string | null }) {
  return (
    <span>
      {name}
      {hint && (
        <Text size="xs" c="var(--app-muted)" component="span" display="block">
          {hint}
        </Text>
      )}
    </span>
  );
}

/** Said below a chosen person who is away. */
export function AbsenceNote({ text }: { text?: string | null }) {
  return text ? (
    <Text size="xs" c="var(--app-muted)" role="note">
      {text}
    </Text>
  ) : null;
}
