import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { useRenamePasskey } from '../mutations/useRenamePasskey';
import type { OwnPasskey } from './ownFactors';

export function RenamePasskeyDialog({ passkey, onClose, onDone }: { passkey: OwnPasskey; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const rename = useRenamePasskey();
  const [name, setName] = useState(passkey.name);
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    const outcome = await rename.run({ passkeyId: passkey.id, name });
    if (outcome.ok) {
      onDone();
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, ['name']);
    setError(atFields.name ?? null);
    notifyProblems(elsewhere);
  };
  return (
    <Modal opened onClose={onClose} title={t('security.renameOne', { name: passkey.name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <TextInput data-autofocus label={t('field.name')} maxLength={60} value={name} error={error} onChange={(event) => setName(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={rename.running}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
