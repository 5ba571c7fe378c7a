import { useState } from 'react';
import { HttpError } from '@/ui/http/http';
import { uploadFile } from '@/ui/http/upload';
import { uuid } from '@/ui/http/uuid';
import type { PortalLimits } from './PortalApp';
import { useTexts } from './texts';

export interface PickedFile {
  key: string;
  name: string;
  size: number;
  share: number;
  id: string | null;
  error: string | null;
}

export function useFiles(limits: PortalLimits) {
  const { t } = useTexts();
  const [files, setFiles] = useState<PickedFile[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const change = (key: string, changed: Partial<PickedFile>) =>
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...changed } : file)));

  const add = (picked: readonly File[]) => {
    const room = Math.max(0, limits.maxFiles - files.length);
    setTooMany(picked.length > room);
    for (const file of picked.slice(0, room)) {
      const key = uuid();
      const tooLarge = file.size > limits.maxFileBytes;
      setFiles((before) => [
        ...before,
        { key, name: file.name, size: file.size, share: 0, id: null, error: tooLarge ? t('fileTooLarge') : null },
      ]);
      if (tooLarge) continue;
      uploadFile('/portal/files', file, (share) => change(key, { share })).then(
        (uploaded) => change(key, { id: uploaded.id }),
        (failure: unknown) =>
          change(key, { error: failure instanceof HttpError && failure.code === 'FILE_TOO_LARGE' ? t('fileTooLarge') : t('fileFailed') }),
      );
    }
  };
  return {
    files,
    add,
    tooMany,
    remove: (key: string) => setFiles((before) => before.filter((file) => file.key !== key)),
    clear: () => setFiles([]),
    uploading: files.some((file) => !file.id && !file.error),
    fileIds: files.flatMap((file) => (file.id ? [file.id] : [])),
  };
}

export type Files = ReturnType<typeof useFiles>;
