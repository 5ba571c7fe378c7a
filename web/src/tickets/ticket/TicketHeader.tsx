import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import {
  IconArrowLeft, IconBell, IconBellFilled, IconChevronDown, IconChevronUp, IconCircleCheck, IconHistory,
  IconInfoCircle, IconLink, IconRotate2, IconUserQuestion, IconX,
} from '@tabler/icons-react';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ExplainDialog } from '@/access/explain/ExplainDialog';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { InlineText } from '@/ui/controls/InlineText';
import { notifyProblems } from '@/ui/states/notify';
import { useTicketActions } from '../inbox/useTicketActions';
import { useFollowTicket } from '../mutations/useFollowTicket';
import { useReopenTicket } from '../mutations/useReopenTicket';
import { useSolveTicket } from '../mutations/useSolveTicket';
import { useUpdateTicket } from '../mutations/useUpdateTicket';
import classes from './TicketHeader.module.css';
import type { Guard } from './useConflictGuard';

const TicketHeaderFragment = graphql(`
  fragment TicketHeader on Ticket {
    id
    number
    subject
    status
    viewerFollows
    trackingUrl
  }
`);

interface Props {
  ticket: FragmentType<typeof TicketHeaderFragment>;
  guard: Guard;
  history: boolean;
  onHistory: () => void;
  onDetails?: () => void;
  onChanged: () => void;
  onClose?: () => void;
  onNext?: () => void;
  onPrevious?: () => void;
}

export function TicketHeader({ ticket: masked, guard, onChanged, ...props }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const ticket = readFragment(TicketHeaderFragment, masked);
  const narrow = useMediaQuery('(max-width: 1180px)') ?? false;
  const update = useUpdateTicket();
  const solve = useSolveTicket();
  const reopen = useReopenTicket();
  const follow = useFollowTicket();
  const [explained, explanation] = useDisclosure(false);
  const { offerUndo } = useTicketActions(onChanged);
  const finished = ticket.status === 'SOLVED' || ticket.status === 'CLOSED';

  const toggleSolved = async () => {
    const before = { id: ticket.id, number: ticket.number, status: ticket.status };
    const outcome = finished
      ? await guard(t('ticket.reopen'), (expectedVersion) => reopen.run({ ticketId: ticket.id, expectedVersion }))
      : await guard(t('ticket.solve'), (expectedVersion) => solve.run({ ticketId: ticket.id, expectedVersion }));
    if (outcome.ok && !finished) offerUndo([before]);
    onChanged();
  };
  const toggleFollow = async () => {
    const outcome = await follow.run({ ticketId: ticket.id, follow: !ticket.viewerFollows });
    if (!outcome.ok) notifyProblems(outcome.problems);
  };
  const tool = (label: string, icon: React.ReactNode, onClick?: () => void, pressed?: boolean) => (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick} disabled={!onClick} aria-pressed={pressed} data-pressed={pressed || undefined}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );

  return (
    <header className={classes.head}>
      {props.onClose && narrow && tool(t('common.back'), <IconArrowLeft size={17} aria-hidden />, props.onClose)}
      <div className={classes.title}>
        <span className={`${classes.reference} number`}>#{ticket.number}</span>
        <InlineText
          heading={props.onClose && !narrow ? 'h2' : 'h1'}
          label={t('field.subject')}
          value={ticket.subject}
          readOnly={!can('tickets.ticket.update')}
          onSave={async (subject) => {
            const outcome = await guard(t('field.subject'), (expectedVersion) =>
              update.run({ ticketId: ticket.id, subject, expectedVersion }),
            );
            return outcome.ok ? null : (outcome.problems[0]?.message ?? null);
          }}
        />
      </div>
      <div className={classes.tools}>
        {(props.onNext || props.onPrevious) && (
          <>
            {tool(t('ticket.previous'), <IconChevronUp size={17} aria-hidden />, props.onPrevious)}
            {tool(t('ticket.next'), <IconChevronDown size={17} aria-hidden />, props.onNext)}
          </>
        )}
        {tool(t('ticket.history'), <IconHistory size={16} aria-hidden />, props.onHistory, props.history)}
        {tool(
          ticket.viewerFollows ? t('ticket.unfollow') : t('ticket.follow'),
          ticket.viewerFollows ? <IconBellFilled size={16} aria-hidden /> : <IconBell size={16} aria-hidden />,
          () => void toggleFollow(),
          ticket.viewerFollows,
        )}
        <CopyButton value={`${window.location.origin}/tickets/${ticket.number}`}>
          {({ copied, copy }) => tool(copied ? t('common.copied') : t('ticket.copyLink'), <IconLink size={16} aria-hidden />, copy)}
        </CopyButton>
        {can('access.rights.explain') && tool(t('explain.open'), <IconUserQuestion size={16} aria-hidden />, explanation.open)}
        {props.onDetails && tool(t('ticket.details'), <IconInfoCircle size={17} aria-hidden />, props.onDetails)}
        {can('tickets.ticket.solve') && (
          <Button
            variant={finished ? 'default' : 'filled'}
            loading={solve.running || reopen.running}
            onClick={() => void toggleSolved()}
            leftSection={finished ? <IconRotate2 size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
          >
            {finished ? t('ticket.reopen') : t('ticket.solve')}
          </Button>
        )}
        {props.onClose && !narrow && tool(t('common.close'), <IconX size={17} aria-hidden />, props.onClose)}
      </div>
      {explained && <ExplainDialog nodeId={ticket.id} name={`#${ticket.number}`} onClose={explanation.close} />}
    </header>
  );
}
