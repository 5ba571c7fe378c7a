import { Alert, Table, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { ListSkeleton } from '@/ui/states/ListSkeleton';
import { LoadError } from '@/ui/states/LoadError';
import { roleLabel } from '../settings/roleLabel';
import { permissionLabel, scopeLabel } from '../settings/roles/scopes';
import classes from './Explanation.module.css';

const ExplanationQuery = graphql(`
  query AccessExplanation($userId: ID!, $nodeId: ID!) {
    accessExplanation(userId: $userId, nodeId: $nodeId) {
      active
      teams {
        id
        name
      }
      permissions {
        permission {
          name
          description
          isScoped
        }
        allowed
        scope
        roles
        why
      }
    }
  }
`);

export function Explanation({ userId, nodeId }: { userId: string; nodeId: string }) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, retry] = useQuery({ query: ExplanationQuery, variables: { userId, nodeId }, requestPolicy: 'network-only' });
  if (error) return <LoadError compact failure={error} onRetry={() => retry({ requestPolicy: 'network-only' })} />;
  const found = data?.accessExplanation;
  if (!found) return fetching ? <ListSkeleton rows={6} height={28} /> : null;
  const teams = found.teams ?? [];
  return (
    <>
      {!found.active && <Alert color="gray">{t('explain.inactive')}</Alert>}
      <Text size="sm">{teams.length > 0 ? t('explain.teams', { teams: teams.map((team) => team.name).join(', ') }) : t('explain.noTeams')}</Text>
      <WideTable label={t('explain.what')} minWidth={520}>
        <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('explain.what')}</Table.Th>
            <Table.Th>{t('explain.why')}</Table.Th>
            <Table.Th>{t('explain.through')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.permissions.map(({ permission, allowed, scope, roles, why }) => (
            <Table.Tr key={permission.name}>
              <Table.Td>
                <span className={classes.what} data-allowed={allowed}>
                  {allowed ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />}
                  <span className="visually-hidden">{t(allowed ? 'explain.yes' : 'explain.no')}</span>
                  {permissionLabel(t, permission)}
                </span>
              </Table.Td>
              <Table.Td>{t(`accessWhy.${why}`)}</Table.Td>
              <Table.Td>{roles.length > 0 ? `${roles.map((role) => roleLabel(t, role)).join(', ')} · ${scopeLabel(t, scope, permission.isScoped)}` : '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        </Table>
      </WideTable>
    </>
  );
}
