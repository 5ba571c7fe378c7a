import { Alert, Button, Code, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The link of an invitation where no mail server carries it: shown once, so the dialog closes only on purpose. */
export function LinkDialog({ link, onClose }: { link: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('people.linkTitle')} closeOnClickOutside={false} closeOnEscape={false} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="sm">
        <Alert color="pine" variant="light">
          {t('people.linkText')}
        </Alert>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-testid="invitation-link">
          {link}
        </Code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={copy}>
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('people.linkKept')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
