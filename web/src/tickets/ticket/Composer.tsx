import { ActionIcon, Button, Checkbox, FileButton, Menu, Textarea, Tooltip } from '@mantine/core';
import { IconChevronDown, IconLock, IconPaperclip, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { MessageKind, TicketStatus } from '@/generated/staff/graphql';
import { useAddTicketNote } from '../mutations/useAddTicketNote';
import { useReplyToTicket } from '../mutations/useReplyToTicket';
import { AttachmentList } from './AttachmentList';
import classes from './Composer.module.css';
import type { ComposeRequest } from './composeRequest';
import { keepDraft, readDraft } from './drafts';
import { useAttachments } from './useAttachments';
import { useSignature } from './useSignature';
import type { Guard } from './useConflictGuard';

const ComposerTicketFragment = graphql(`
  fragment ComposerTicket on Ticket {
    id
    status
    customerName
  }
`);

export interface Sending {
  kind: MessageKind;
  body: string;
}

interface Props {
  ticket: FragmentType<typeof ComposerTicketFragment>;
  compose: ComposeRequest | null;
  guard: Guard;
  onSending: (sending: Sending | null) => void;
  onSent: () => void;
}

const modes: readonly MessageKind[] = ['PUBLIC', 'NOTE'];

export function Composer({ ticket: masked, compose, guard, onSending, onSent }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const ticket = readFragment(ComposerTicketFragment, masked);
  const [draft, setDraft] = useState(() => readDraft(ticket.id));
  const [dragging, setDragging] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const files = useAttachments();
  const reply = useReplyToTicket();
  const note = useAddTicketNote();
  const signature = useSignature();
  const [signed, setSigned] = useState(true);
  const closed = ticket.status === 'CLOSED';
  const allowed = modes.filter((mode) => (mode === 'NOTE' ? can('tickets.ticket.note') : can('tickets.ticket.reply') && !closed));
  const mode = allowed.includes(draft.mode) ? draft.mode : (allowed[0] ?? 'NOTE');
  const busy = reply.running || note.running;
  const ready = draft.body.trim() !== '' && !files.uploading && !busy;

  const change = (changed: Partial<typeof draft>) => {
    const after = { ...draft, ...changed };
    setDraft(after);
    keepDraft(ticket.id, after);
  };
  const [turn, setTurn] = useState(compose?.turn ?? 0);
  if (compose && compose.turn !== turn) {
    setTurn(compose.turn);
    setDraft({ ...draft, mode: compose.mode });
  }
  useEffect(() => {
    if (compose) input.current?.focus();
  }, [compose]);

  const send = async (thenStatus?: TicketStatus) => {
    if (!ready) return;
    const body = mode === 'PUBLIC' && signed && signature ? `${draft.body.trim()}\n\n${signature}` : draft.body.trim();
    const message = { ticketId: ticket.id, body, fileIds: files.fileIds };
    onSending({ kind: mode, body });
    setDraft({ mode, body: '' });
    // At once: who leaves the box while the answer is on its way is not called back into it.
    input.current?.focus();
    const outcome =
      mode === 'NOTE'
        ? await guard(t('ticket.addNote'), () => note.run(message))
        : await guard(t('ticket.publicReply'), (expectedVersion) =>
            // A plain answer never collides with somebody else's change; one that also sets the status does.
            reply.run({ ...message, ...(thenStatus ? { thenStatus, expectedVersion } : {}) }),
          );
    onSending(null);
    if (outcome.ok) {
      keepDraft(ticket.id, { mode, body: '' });
      files.clear();
      onSent();
    } else setDraft({ mode, body: draft.body });
  };

  if (allowed.length === 0) return null;
  return (
    <form
      className={classes.composer}
      data-mode={mode}
      data-dragging={dragging || undefined}
      aria-label={t('composer.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        files.add([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.tabs} role="radiogroup" aria-label={t('composer.kind')}>
        {allowed.map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={one === mode}
            className={classes.tab}
            onClick={() => {
              change({ mode: one });
              input.current?.focus();
            }}
          >
            {one === 'NOTE' && <IconLock size={13} aria-hidden />}
            {t(`composer.mode.${one}`)}
          </button>
        ))}
        {closed && <span className={classes.hint}>{t('composer.closed')}</span>}
      </div>
      <Textarea
        ref={input}
        variant="unstyled"
        autosize
        minRows={3}
        maxRows={12}
        className={classes.input}
        aria-label={t(`composer.mode.${mode}`)}
        placeholder={mode === 'NOTE' ? t('composer.notePlaceholder') : t('composer.replyPlaceholder', { name: ticket.customerName || t('ticket.unknownCustomer') })}
        value={draft.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) {
            event.preventDefault();
            files.add([...event.clipboardData.files]);
          }
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {mode === 'PUBLIC' && signature && (
        <div className={classes.signature}>
          <Checkbox size="xs" label={t('composer.signature')} checked={signed} onChange={(event) => setSigned(event.currentTarget.checked)} />
          {signed && <pre>{signature}</pre>}
        </div>
      )}
      <AttachmentList attachments={files.attachments} onRemove={files.remove} />
      <div className={classes.foot}>
        <FileButton multiple onChange={files.add}>
          {(props) => (
            <Tooltip label={t('composer.attach')}>
              <ActionIcon {...props} aria-label={t('composer.attach')}>
                <IconPaperclip size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        <span className={classes.hint}>{dragging ? t('upload.dropHere') : t('composer.hint')}</span>
        <Button.Group>
          <Button type="submit" disabled={!ready} loading={busy} leftSection={<IconSend size={14} aria-hidden />}>
            {mode === 'NOTE' ? t('composer.addNote') : t('composer.send')}
          </Button>
          {mode === 'PUBLIC' && (
            <Menu position="top-end">
              <Menu.Target>
                <Button px={6} disabled={!ready} aria-label={t('composer.sendAnd')} className={classes.more}>
                  <IconChevronDown size={14} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void send('PENDING')}>{t('composer.sendPending')}</Menu.Item>
                {can('tickets.ticket.solve') && (
                  <Menu.Item onClick={() => void send('SOLVED')}>{t('composer.sendSolve')}</Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </Button.Group>
      </div>
    </form>
  );
}
