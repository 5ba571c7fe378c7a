import { type FormEvent, useRef, useState } from 'react';
import { uuid } from '@/ui/http/uuid';
import { Field } from './Field';
import { FilePicker } from './FilePicker';
import type { PortalLimits } from './PortalApp';
import type { PortalError } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { useTexts } from './texts';
import { useFiles } from './useFiles';

interface Props {
  limits: PortalLimits;
  /** Answers why it was refused; the key is the same for the same text. */
  send: (text: string, fileIds: string[], key: string) => Promise<readonly PortalError[]>;
}

export function ReplyForm({ limits, send }: Props) {
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
      const errors = await send(text, files.fileIds, key.current);
      key.current = uuid();
      if (errors.length === 0) {
        setText('');
        files.clear();
      } else setError(errors.map((one) => one.message).join(' '));
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
