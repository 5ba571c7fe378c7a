import { Button, Stack } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Providers } from './useProviders';

/** One link for each provider; the browser walks there and comes back signed in. */
export function ProviderButtons({ providers, to }: { providers: Providers['providers']; to?: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {providers.map(({ key, name }) => (
        <Button
          key={key}
          component="a"
          href={`/auth/sso/${key}?returnTo=${encodeURIComponent(to ?? '/')}`}
          variant="default"
          size="sm"
          fullWidth
          leftSection={<IconBuilding size={16} aria-hidden />}
        >
          {t('sso.continueWith', { name })}
        </Button>
      ))}
    </Stack>
  );
}
