import { IconLock, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { MessageKind } from '@/generated/staff/graphql';
import { useMe } from '@/access/session';
import { formatSize } from '@/ui/controls/formatSize';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { Time } from '@/ui/time/Time';
import classes from './MessageItem.module.css';

const MessageItemFragment = graphql(`
  fragment MessageItem on Message {
    id
    kind
    authorKind
    authorName
    body
    channel
    createdAt
    files {
      id
      name
      size
      contentType
      url
    }
  }
`);

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function MessageItem({ message: masked }: { message: FragmentType<typeof MessageItemFragment> }) {
  const { t, i18n } = useTranslation();
  const message = readFragment(MessageItemFragment, masked);
  const note = message.kind === 'NOTE';
  return (
    <article
      className={classes.message}
      data-kind={message.kind}
      data-author={message.authorKind}
      aria-label={note ? t('ticket.noteBy', { name: message.authorName }) : t('ticket.messageBy', { name: message.authorName })}
    >
      <PersonAvatar name={message.authorName} size={26} />
      <div className={classes.content}>
        <header className={classes.head}>
          <strong>{message.authorName}</strong>
          {note ? (
            <span className={classes.noteMark}>
              <IconLock size={12} aria-hidden />
              {t('ticket.internalNote')}
            </span>
          ) : (
            <span className={classes.role}>
              {message.authorKind === 'CUSTOMER' ? t('ticket.customerVia', { channel: t(`channel.${message.channel}`) }) : t('ticket.publicReply')}
            </span>
          )}
          <Time at={message.createdAt} className={classes.time} />
        </header>
        <div className={classes.body}>{message.body}</div>
        {message.files.length > 0 && (
          <ul className={classes.files} aria-label={t('ticket.files')}>
            {message.files.map((file) => (
              <li key={file.id}>
                <a href={file.url} className={classes.file} download={file.name}>
                  {images.has(file.contentType) ? (
                    <img
                      src={`${file.url}${file.url.includes('?') ? '&' : '?'}inline=1`}
                      alt=""
                      className={classes.thumbnail}
                      loading="lazy"
                    />
                  ) : (
                    <IconPaperclip size={14} stroke={1.7} aria-hidden />
                  )}
                  <span>{file.name}</span>
                  <span className={classes.size}>{formatSize(file.size, i18n.language)}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}

/** What was just written, shown at once while the server still works on it. */
export function SendingMessage({ kind, body }: { kind: MessageKind; body: string }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <article className={classes.message} data-kind={kind} data-author="AGENT" data-sending aria-busy>
      <PersonAvatar name={me.name} size={26} />
      <div className={classes.content}>
        <header className={classes.head}>
          <strong>{me.name}</strong>
          <span className={classes.role}>{t('ticket.sending')}</span>
        </header>
        <div className={classes.body}>{body}</div>
      </div>
    </article>
  );
}
