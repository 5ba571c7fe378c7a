import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function ListSkeleton({ rows = 10, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap={1} p="md" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} style={{ height, display: 'flex', alignItems: 'center', gap: 12 }}>
          <Skeleton height={12} width="14%" />
          <Skeleton height={12} width={`${38 + ((index * 17) % 30)}%`} />
          <Skeleton height={12} width="8%" ml="auto" />
        </div>
      ))}
    </Stack>
  );
}
