import { type FormEvent, useRef, useState } from 'react';
import { graphql } from '@/generated/portal';
import { uuid } from '@/ui/http/uuid';
import { Field } from './Field';
import { FilePicker } from './FilePicker';
import type { PortalLimits } from './PortalApp';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { useTexts } from './texts';
import type { Tracked } from './TrackingPage';
import { useFiles } from './useFiles';

const ReplyToRequest = graphql(`
  mutation ReplyToRequest($input: ReplyToRequestInput!) {
    replyToRequest(input: $input) {
      request {
        number
        subject
        status
        createdAt
        updatedAt
        canReply
        messages {
          id
          fromCustomer
          authorName
          body
          createdAt
          files {
            name
            size
            url
          }
        }
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

interface Props {
  token: string;
  limits: PortalLimits;
  onReplied: (request: Tracked) => void;
}

export function ReplyForm({ token, limits, onReplied }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const files = useFiles(limits);
  const key = useRef(uuid());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    if (text.trim() === '') {
      setError(t('textMissing'));
      return;
    }
    if (files.uploading) return;
    setBusy(true);
    try {
      const { replyToRequest } = await ask(ReplyToRequest, { input: { token, text, fileIds: files.fileIds } }, key.current);
      key.current = uuid();
      if (replyToRequest.request) {
        setText('');
        files.clear();
        onReplied(replyToRequest.request);
      } else setError(replyToRequest.errors.map((one) => one.message).join(' '));
    } catch (failed) {
      setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t('reply')}>
      <Field
        label={t('reply')}
        name="text"
        rows={5}
        value={text}
        error={error}
        onChange={(event) => {
          key.current = uuid();
          setText(event.target.value);
          setError(undefined);
        }}
      />
      <FilePicker files={files} limits={limits} />
      {failure !== null && <PortalFailure failure={failure} />}
      <button type="submit" className="button" disabled={busy || files.uploading}>
        {busy ? t('sending') : files.uploading ? t('filesWait') : t('replySend')}
      </button>
    </form>
  );
}
