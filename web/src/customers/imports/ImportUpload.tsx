import { Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '@/ui/http/upload';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { useCreateImport } from '../mutations/useCreateImport';

const limit = 200 * 1024 * 1024;

export function ImportUpload() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateImport();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const start = async (file: File | undefined) => {
    if (!file) return;
    setFailure(null);
    setShare(0);
    try {
      const uploaded = await uploadFile('/files?purpose=import', file, setShare);
      const outcome = await create.run({ fileId: uploaded.id });
      if (!outcome.ok) setFailure(outcome.problems.map(sayProblem).join(' '));
      else if (outcome.payload.import) {
        await navigate({ to: '/customers/imports/$importId', params: { importId: outcome.payload.import.id } });
      }
    } catch (error) {
      setFailure(problemsOf(error).map(sayProblem).join(' '));
    } finally {
      setShare(null);
    }
  };

  return (
    <div>
      <Dropzone
        multiple={false}
        maxSize={limit}
        loading={false}
        disabled={share !== null}
        onDrop={(files) => void start(files[0])}
        onReject={() => setFailure(t('error.code.FILE_TOO_LARGE'))}
        inputProps={{ 'aria-label': t('imports.choose') }}
        p="xl"
      >
        <Stack align="center" gap={4} style={{ pointerEvents: 'none' }}>
          <IconFileTypeCsv size={32} stroke={1.3} color="var(--app-muted)" aria-hidden />
          <Text size="sm" fw={500}>
            {share === null ? t('imports.drop') : share < 1 ? t('imports.uploading') : t('imports.reading')}
          </Text>
          <Text size="xs" c="var(--app-muted)" ta="center">
            {t('imports.dropHint')}
          </Text>
          {share !== null && (
            <Progress w={240} mt={8} value={share * 100} aria-label={t('imports.uploading')} striped={share >= 1} animated={share >= 1} />
          )}
        </Stack>
      </Dropzone>
      {failure && (
        <Text role="alert" size="sm" mt={8} c="var(--app-danger)">
          {failure}
        </Text>
      )}
    </div>
  );
}
