import { Anchor } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../states/EmptyState';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState
        heading
        icon={IconMapOff}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={
          <Anchor component={Link} to="/" size="sm">
            {t('notFound.home')}
          </Anchor>
        }
      />
    </main>
  );
}
