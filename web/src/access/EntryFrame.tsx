import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages, switchLanguage } from '@/ui/i18n/i18n';
import classes from './EntryFrame.module.css';

/** The calm page around sign-in and set-up. */
export function EntryFrame({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <main className={classes.page}>
      <Stack className={classes.column} gap="lg">
        <Group gap={10}>
          <img src="/favicon.svg" width={32} height={32} alt="" />
          <Text fw={600} size="md">
            ServiceCrm
          </Text>
        </Group>
        <div>
          <Title order={1}>{title}</Title>
          {text && (
            <Text size="sm" c="var(--app-muted)" mt={4}>
              {text}
            </Text>
          )}
        </div>
        {children}
        <SegmentedControl
          size="xs"
          aria-label={t('settings.language')}
          value={i18n.language}
          onChange={(value) => void switchLanguage(value as Language)}
          data={languages.map((one) => ({ value: one, label: one.toUpperCase() }))}
          className={classes.languages}
        />
      </Stack>
    </main>
  );
}
