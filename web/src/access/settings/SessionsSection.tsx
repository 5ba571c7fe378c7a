import { Badge, Button, Skeleton, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { LoadError } from '@/ui/states/LoadError';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useEndSession } from '../mutations/useEndSession';
import { useEndSessions } from '../mutations/useEndSessions';
import { deviceName } from '@/ui/controls/deviceName';
import { SettingsSection } from './SettingsSection';

const SessionsQuery = graphql(`
  query Sessions {
    sessions {
      id
      method
      address
      userAgent
      createdAt
      lastSeenAt
      current
    }
  }
`);

/** Where the person is signed in, and how to end it there. */
export function SessionsSection() {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: SessionsQuery, requestPolicy: 'cache-and-network' });
  const end = useEndSession();
  const endAll = useEndSessions();
  const again = () => refetch({ requestPolicy: 'network-only' });
  const endOne = async (id: string) => {
    const outcome = await end.run({ sessionId: id });
    if (!outcome.ok) notifyProblems(outcome.problems);
    again();
  };
  const endOthers = async () => {
    const outcome = await endAll.run({});
    if (outcome.ok) notifyDone(t('sessions.othersEnded'));
    else notifyProblems(outcome.problems);
    again();
  };
  return (
    <SettingsSection
      wide
      title={t('sessions.title')}
      text={t('sessions.text')}
      action={
        (data?.sessions?.length ?? 0) > 1 && (
          <Button variant="default" loading={endAll.running} onClick={() => void endOthers()}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {error && !data?.sessions ? (
        <LoadError failure={error} onRetry={again} />
      ) : !data?.sessions ? (
        <Skeleton height={80} role="status" aria-label={t('common.loading')} />
      ) : (
        <WideTable label={t('sessions.title')} minWidth={520}>
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('sessions.device')}</Table.Th>
                <Table.Th>{t('sessions.since')}</Table.Th>
                <Table.Th>{t('sessions.lastSeen')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.sessions.map((session) => (
                <Table.Tr key={session.id}>
                  <Table.Td>
                    <Text size="sm">{deviceName(session.userAgent) ?? t('sessions.unknownDevice')}</Text>
                    <Text size="xs" c="var(--app-muted)">
                      {session.address ?? '—'}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Time at={session.createdAt} />
                  </Table.Td>
                  <Table.Td>
                    <Time at={session.lastSeenAt} />
                  </Table.Td>
                  <Table.Td ta="right">
                    {session.current ? (
                      <Badge variant="default" size="sm" tt="none" fw={500}>
                        {t('sessions.current')}
                      </Badge>
                    ) : (
                      <Button variant="default" onClick={() => void endOne(session.id)}>
                        {t('sessions.end')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </SettingsSection>
  );
}
