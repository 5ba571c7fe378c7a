import { CloseButton, Progress, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatSize } from '@/ui/controls/formatSize';
import classes from './AttachmentList.module.css';
import type { Attachment } from './useAttachments';

export function AttachmentList({ attachments, onRemove }: { attachments: readonly Attachment[]; onRemove: (key: string) => void }) {
  const { t, i18n } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('ticket.files')}>
      {attachments.map((file) => (
        <li key={file.key} className={classes.file} data-failed={file.failure !== null || undefined}>
          <IconPaperclip size={13} stroke={1.7} aria-hidden />
          <span className={classes.name}>{file.name}</span>
          <Text size="xs" c={file.failure ? 'var(--app-danger)' : 'var(--app-muted)'} role={file.failure ? 'alert' : undefined}>
            {file.failure ?? formatSize(file.size, i18n.language)}
          </Text>
          {!file.uploaded && !file.failure && (
            <Progress value={file.share * 100} size="xs" w={60} aria-label={t('upload.progress', { name: file.name })} />
          )}
          <CloseButton size="xs" aria-label={t('upload.remove', { name: file.name })} onClick={() => onRemove(file.key)} />
        </li>
      ))}
    </ul>
  );
}
