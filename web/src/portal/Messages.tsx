import { formatSize } from '@/ui/controls/formatSize';
import type { TrackedRequestQuery } from '@/generated/portal/graphql';
import { useTexts } from './texts';

type Message = NonNullable<TrackedRequestQuery['trackedRequest']>['messages'][number];

/** The conversation, oldest first. */
export function Messages({ messages }: { messages: readonly Message[] }) {
  const { t, language } = useTexts();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ol className="messages" aria-label={t('messages')}>
      {messages.map((message) => (
        <li key={message.id} className="message" data-from={message.fromCustomer ? 'customer' : 'company'}>
          <div className="who">
            <strong>{message.fromCustomer ? t('you') : message.authorName}</strong>
            <time dateTime={message.createdAt}>{when.format(new Date(message.createdAt))}</time>
          </div>
          <div className="body">{message.body}</div>
          {message.files.length > 0 && (
            <ul className="files">
              {message.files.map((file) => (
                <li key={file.url}>
                  <a href={file.url} download={file.name}>
                    {file.name}
                  </a>
                  <span className="muted">{formatSize(file.size, language)}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
