import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LoadError } from '@/ui/states/LoadError';
import { AboutForm } from './AboutForm';
import { AbsenceSection } from './AbsenceSection';
import { AvatarForm } from './AvatarForm';
import { HoursForm } from './HoursForm';
import { OwnProfileQuery } from './ownProfile';

/** What colleagues and customers see of oneself, and when one is there. */
export function ProfileSections() {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: OwnProfileQuery });
  const refetch = () => read({ requestPolicy: 'network-only' });
  const viewer = data?.viewer;
  if (error && !viewer) return <LoadError failure={error} onRetry={refetch} />;
  if (!viewer) return <Skeleton height={240} role="status" aria-label={t('common.loading')} />;
  return (
    <>
      <AvatarForm name={viewer.name} url={viewer.avatarUrl ?? null} />
      <AboutForm jobTitle={viewer.jobTitle ?? ''} phone={viewer.phone ?? ''} signature={viewer.signature ?? ''} />
      <HoursForm hours={viewer.workingHours} />
      <AbsenceSection absences={viewer.absences} onChanged={refetch} />
    </>
  );
}
