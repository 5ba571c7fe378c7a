import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Security.module.css';

/** The codes, shown this once; they have to be copied, saved or written down before going on. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  const save = () => {
    const address = URL.createObjectURL(new Blob([`${t('security.codesFile')}\n\n${text}\n`], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'servicecrm-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Stack gap="sm">
      <Alert color="pine" variant="light">
        {t('security.codesText')}
      </Alert>
      <ol className={classes.codes} aria-label={t('security.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              // The focus stands here and not on the last button: Enter once too often must not close the only look at the codes.
              <Button autoFocus data-autofocus variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={copy}>
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" leftSection={<IconDownload size={14} aria-hidden />} onClick={save}>
            {t('common.download')}
          </Button>
        </Group>
        <Button onClick={onKept}>
          {t('security.kept')}
        </Button>
      </Group>
    </Stack>
  );
}
