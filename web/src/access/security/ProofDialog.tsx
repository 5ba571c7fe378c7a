import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { PasswordProof } from './PasswordProof';
import { useProof } from './useProof';

interface Props {
  title: string;
  text: string;
  submit: string;
  danger?: boolean;
  passwordNeeded: boolean;
  /** Whether the password is asked for however fresh the sign-in. */
  always?: boolean;
  onClose: () => void;
  /** Answers what stood in the way; nothing when it is done. */
  onConfirm: (password: string | undefined) => Promise<readonly Problem[]>;
}

/** Asks whether to go on, and for the password where it is needed. */
export function ProofDialog({ title, text, submit, danger, passwordNeeded, always, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  const proof = useProof(passwordNeeded, always);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    if (!proof.check()) return;
    setBusy(true);
    const problems = await onConfirm(proof.password);
    setBusy(false);
    notifyProblems(proof.take(problems));
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{text}</Text>
          {proof.asked && <PasswordProof {...proof} autoFocus />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color={danger ? 'red.9' : undefined} loading={busy} data-autofocus={!proof.asked || undefined}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
