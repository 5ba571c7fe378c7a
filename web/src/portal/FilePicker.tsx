import { useId, useState } from 'react';
import { formatSize } from '@/ui/controls/formatSize';
import type { PortalLimits } from './PortalApp';
import { useTexts } from './texts';
import type { Files } from './useFiles';

export function FilePicker({ files, limits }: { files: Files; limits: PortalLimits }) {
  const { t, language } = useTexts();
  const [over, setOver] = useState(false);
  const id = useId();
  const hint = t('filesHint', { count: limits.maxFiles, size: formatSize(limits.maxFileBytes, language) });
  return (
    <div className="field">
      <span className="label">{t('files')}</span>
      <div
        className="drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          files.add([...event.dataTransfer.files]);
        }}
      >
        <input
          id={id}
          type="file"
          multiple
          className="hidden"
          onChange={(event) => {
            files.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <label htmlFor={id} className="pick">
          {t('filesPick')}
        </label>
        <span className="hint">{hint}</span>
      </div>
      {files.tooMany && (
        <span className="error" role="alert">
          {t('filesTooMany', { count: limits.maxFiles })}
        </span>
      )}
      {files.files.length > 0 && (
        <ul className="files" aria-label={t('files')}>
          {files.files.map((file) => (
            <li key={file.key}>
              <span className="name">{file.name}</span>
              <span className={file.error ? 'error' : 'muted'} role={file.error ? 'alert' : undefined}>
                {file.error ?? formatSize(file.size, language)}
              </span>
              {!file.id && !file.error && <progress value={file.share} aria-label={t('fileSending', { name: file.name })} />}
              <button type="button" className="link" onClick={() => files.remove(file.key)}>
                {t('fileRemove')}
                <span className="hidden"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
