import { ActionIcon, Badge, Button, Group, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { PrivacyRequestState } from '@/generated/staff/graphql';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useCancelPrivacyRequest } from '../mutations/useCancelPrivacyRequest';
import { PrivacyReport } from './PrivacyReport';

export const PrivacyRequestRowFragment = graphql(`
  fragment PrivacyRequestRow on PrivacyRequest {
    id
    version
    kind
    state
    reference
    receivedAt
    dueAt
    startsAt
    finishedAt
    outcome
    downloadUrl
    fileExpiresAt
    customer {
      id
      displayName
    }
  }
`);

const colours: Record<PrivacyRequestState, string> = {
  OPEN: 'blue', RUNNING: 'blue', DONE: 'green', REFUSED: 'orange', FAILED: 'red', CANCELLED: 'gray',
};

interface Props {
  row: FragmentType<typeof PrivacyRequestRowFragment>;
  onChanged: () => void;
}

export function PrivacyRequestRow({ row: masked, onChanged }: Props) {
  const { t } = useTranslation();
  const row = readFragment(PrivacyRequestRowFragment, masked);
  const [open, setOpen] = useState(false);
  const cancel = useCancelPrivacyRequest();
  const late = row.finishedAt === null && dayjs(row.dueAt).isBefore(dayjs());
  const details = row.finishedAt !== null && row.state !== 'CANCELLED';
  const confirm = () =>
    modals.openConfirmModal({
      title: t('privacy.cancelTitle'),
      children: t('privacy.cancelText'),
      labels: { confirm: t('privacy.cancel'), cancel: t('common.back') },
      onConfirm: () =>
        void cancel.run({ privacyRequestId: row.id }).then((outcome) => {
          if (outcome.ok) notifyDone(t('privacy.cancelled'));
          else notifyProblems(outcome.problems);
          onChanged();
        }),
    });
  return (
    <>
      <Table.Tr>
        <Table.Td>
          {details && (
            <ActionIcon
              variant="subtle"
              size={24}
              aria-expanded={open}
              aria-label={t('privacy.showReport', { reference: row.reference })}
              onClick={() => setOpen(!open)}
            >
              {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
            </ActionIcon>
          )}
        </Table.Td>
        <Table.Td>
          <Text size="sm" fw={500}>
            {t(`privacyKind.${row.kind}`)}
          </Text>
          <Text size="xs" c="var(--app-muted)" style={{ overflowWrap: 'anywhere' }}>
            {row.reference}
          </Text>
        </Table.Td>
        <Table.Td>
          {row.customer ? (
            <Link to="/customers/$customerId" params={{ customerId: row.customer.id }}>
              {row.customer.displayName}
            </Link>
          ) : (
            <Text size="sm" c="var(--app-muted)">
              {t('privacy.noCustomer')}
            </Text>
          )}
        </Table.Td>
        <Table.Td>
          <Badge variant="light" tt="none" color={colours[row.state]}>
            {t(`privacyState.${row.state}`)}
          </Badge>
        </Table.Td>
        <Table.Td c={late ? 'var(--app-danger)' : undefined}>
          <Time at={row.dueAt} />
        </Table.Td>
        <Table.Td ta="right">
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            {row.downloadUrl && (
              <Button variant="default" component="a" href={row.downloadUrl} download leftSection={<IconDownload size={14} aria-hidden />}>
                {t('common.download')}
              </Button>
            )}
            {row.state === 'OPEN' && (
              <Button variant="default" loading={cancel.running} onClick={confirm}>
                {t('privacy.cancel')}
              </Button>
            )}
          </Group>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td />
          <Table.Td colSpan={5}>
            {row.outcome && <Text size="sm">{row.outcome}</Text>}
            <PrivacyReport id={row.id} kind={row.kind} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
