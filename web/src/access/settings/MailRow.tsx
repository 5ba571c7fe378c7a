import { Button, Group, Table, Text } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconCircleCheck, IconClock, IconHelpCircle, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { MailState } from '@/generated/staff/graphql';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useRetryMail } from '../mutations/useRetryMail';

export const MailRowFragment = graphql(`
  fragment MailRow on Mail {
    id
    kind
    to
    toName
    subject
    state
    attempts
    lastError
    plannedAt
    nextTryAt
  }
`);

const icons = {
  PLANNED: IconClock,
  CLAIMED: IconSend,
  HANDED_OVER: IconCircleCheck,
  FAILED: IconAlertTriangle,
  UNKNOWN: IconHelpCircle,
} satisfies Record<MailState, Icon>;

export function MailRow({ mail: masked, onRetried }: { mail: FragmentType<typeof MailRowFragment>; onRetried: () => void }) {
  const { t } = useTranslation();
  const mail = readFragment(MailRowFragment, masked);
  const retry = useRetryMail();
  const run = async () => {
    const outcome = await retry.run({ mailId: mail.id });
    if (outcome.ok) notifyDone(t('mails.retried'));
    else notifyProblems(outcome.problems);
    onRetried();
  };
  const stuck = mail.nextTryAt == null && (mail.state === 'FAILED' || mail.state === 'UNKNOWN');
  return (
    <Table.Tr>
      <Table.Td>
        <MailStateMark state={mail.state} />
      </Table.Td>
      <Table.Td miw={200} style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm">{mail.to}</Text>
        {mail.toName && (
          <Text size="xs" c="var(--app-muted)">
            {mail.toName}
          </Text>
        )}
      </Table.Td>
      <Table.Td miw={220} style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm">{mail.subject}</Text>
        <Text size="xs" c="var(--app-muted)">
          {mail.kind} · <Time at={mail.plannedAt} />
        </Text>
      </Table.Td>
      <Table.Td className="number">{mail.attempts}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {mail.lastError ?? '—'}
        {mail.lastError && mail.nextTryAt && (
          <Text size="xs" c="var(--app-muted)">
            {t('mails.nextTry')} <Time at={mail.nextTryAt} />
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {stuck && (
          <Button variant="default" loading={retry.running} onClick={() => void run()}>
            {t('mails.retry')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** A state tells itself by shape and by word; colour only helps. */
function MailStateMark({ state }: { state: MailState }) {
  const { t } = useTranslation();
  const MarkIcon = icons[state];
  const color = state === 'FAILED' ? 'var(--app-danger)' : state === 'UNKNOWN' ? 'var(--app-note-text)' : undefined;
  return (
    <Group gap={6} wrap="nowrap" c={color}>
      <MarkIcon size={15} stroke={1.8} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" component="span" style={{ whiteSpace: 'nowrap' }}>
        {t(`mails.state.${state}`)}
      </Text>
    </Group>
  );
}
