import { Alert, Button, Group, Modal, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { LoadError } from '@/ui/states/LoadError';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useDeleteUser } from '../mutations/useDeleteUser';

const WorkQuery = graphql(`
  query UserWork($userId: ID!) {
    userWork(userId: $userId) {
      kind
      count
    }
    users(first: 100, states: [ACTIVE]) {
      nodes {
        id
        name
      }
    }
    teams {
      id
      name
    }
  }
`);

interface Props {
  user: { id: string; name: string };
  onClose: () => void;
  onDeleted: () => void;
}

/** Shows what somebody leaves behind and asks who takes it over. */
export function DeleteUserDialog({ user, onClose, onDeleted }: Props) {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: WorkQuery, variables: { userId: user.id }, requestPolicy: 'network-only' });
  const [heir, setHeir] = useState<string | null>(null);
  const remove = useDeleteUser();
  const submit = async () => {
    const isTeam = data?.teams?.some((team) => team.id === heir);
    const reassignTo = heir === null ? null : isTeam ? { teamId: heir } : { userId: heir };
    const outcome = await remove.run({ userId: user.id, reassignTo });
    if (!outcome.ok) {
      notifyProblems(outcome.problems);
      return;
    }
    notifyDone(t('people.deleted', { name: user.name }));
    onDeleted();
  };
  return (
    <Modal opened onClose={onClose} title={t('people.deleteTitle', { name: user.name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="sm">
        <Alert color="red" variant="light">
          {t('people.deleteText', { name: user.name })}
        </Alert>
        {error && !data ? (
          <LoadError failure={error} onRetry={refetch} />
        ) : !data ? (
          <Skeleton height={120} role="status" aria-label={t('common.loading')} />
        ) : (
          <>
            {(data.userWork ?? []).length === 0 ? (
              <Text size="sm">{t('people.leavesNothing')}</Text>
            ) : (
              <Table aria-label={t('people.leaves')} verticalSpacing={6}>
                <Table.Tbody>
                  {(data.userWork ?? []).map(({ kind, count }) => (
                    <Table.Tr key={kind}>
                      <Table.Td>{t(`people.work.${kind.replace('.', '_')}` as 'people.work.tickets_assigned', { defaultValue: kind })}</Table.Td>
                      <Table.Td ta="right">{count}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            <Select
              label={t('people.goesTo')}
              placeholder={t('people.goesToNobody')}
              searchable
              clearable
              nothingFoundMessage={t('common.nothingFound')}
              data={[
                { group: t('people.goesToPerson'), items: (data.users?.nodes ?? []).filter((one) => one.id !== user.id).map((one) => ({ value: one.id, label: one.name })) },
                { group: t('people.goesToTeam'), items: (data.teams ?? []).map((one) => ({ value: one.id, label: one.name })) },
              ]}
              value={heir}
              onChange={setHeir}
            />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red.9" loading={remove.running} disabled={!data} onClick={() => void submit()}>
            {t('people.deleteSubmit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
