import { useCallback, useRef, useState } from 'react';
import { type UploadedFile, uploadFile } from '@/ui/http/upload';
import { uuid } from '@/ui/http/uuid';
import { problemsOf, sayProblem } from '@/ui/states/failure';

export interface Attachment {
  key: string;
  name: string;
  size: number;
  share: number;
  uploaded: UploadedFile | null;
  failure: string | null;
}

/** Files that are sent up as soon as they are dropped, so that sending the answer does not wait for them. */
export function useAttachments(path = '/files') {
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const running = useRef(new Map<string, AbortController>());

  const change = useCallback((key: string, changed: Partial<Attachment>) => {
    setAttachments((before) => before.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  }, []);

  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = uuid();
        const abort = new AbortController();
        running.current.set(key, abort);
        setAttachments((before) => [...before, { key, name: file.name, size: file.size, share: 0, uploaded: null, failure: null }]);
        uploadFile(path, file, (share) => change(key, { share }), abort.signal)
          .then((uploaded) => change(key, { uploaded }))
          .catch((failure: unknown) => change(key, { failure: problemsOf(failure).map(sayProblem).join(' ') }))
          .finally(() => running.current.delete(key));
      }
    },
    [path, change],
  );
  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    setAttachments((before) => before.filter((one) => one.key !== key));
  }, []);
  const clear = useCallback(() => setAttachments([]), []);

  return {
    attachments,
    add,
    remove,
    clear,
    uploading: attachments.some((one) => !one.uploaded && !one.failure),
    fileIds: attachments.flatMap((one) => (one.uploaded ? [one.uploaded.id] : [])),
  };
}
