import { useTexts } from './texts';

export function Skeleton() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('loading')} className="skeleton">
      <div />
      <div />
      <div />
    </div>
  );
}
