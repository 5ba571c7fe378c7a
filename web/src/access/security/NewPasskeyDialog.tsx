import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpError } from '@/ui/http/http';
import { problemsOf } from '@/ui/states/failure';
import { notifyProblems } from '@/ui/states/notify';
import { deviceName } from '@/ui/controls/deviceName';
import { PasswordProof } from './PasswordProof';
import { RecoveryCodeList } from './RecoveryCodeList';
import { useProof } from './useProof';
import { makePasskey, PasskeyCancelled } from './webauthn';

interface Props {
  passwordNeeded: boolean;
  onClose: () => void;
  /** There is one more. */
  onDone: () => void;
}

/** Problems of an answer over HTTP, with the field that each is about. */
function problemsAtFields(failure: unknown) {
  return failure instanceof HttpError && failure.fieldErrors.length > 0
    ? failure.fieldErrors.map(({ path, message }) => ({ code: failure.code, message, field: path, traceId: null, currentVersion: null }))
    : problemsOf(failure);
}

export function NewPasskeyDialog({ passwordNeeded, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const proof = useProof(passwordNeeded);
  const [name, setName] = useState(() => deviceName(navigator.userAgent) ?? '');
  const [busy, setBusy] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const submit = async () => {
    if (!proof.check()) return;
    setBusy(true);
    setCancelled(false);
    try {
      const made = await makePasskey(name.trim(), proof.password);
      if (made.recoveryCodes) setCodes(made.recoveryCodes);
      else onDone();
    } catch (failure) {
      if (failure instanceof PasskeyCancelled) setCancelled(true);
      else notifyProblems(proof.take(problemsAtFields(failure)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={codes ? onDone : onClose}
      title={codes ? t('security.codes') : t('security.addPasskey')}
      closeOnClickOutside={false}
      closeOnEscape={!codes && !busy}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {codes ? (
        <RecoveryCodeList codes={codes} onKept={onDone} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{t('security.passkeyText')}</Text>
            <TextInput
              label={t('field.name')}
              description={t('security.passkeyNameHint')}
              maxLength={60}
              data-autofocus={!proof.asked || undefined}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {proof.asked && <PasswordProof {...proof} autoFocus />}
            {cancelled && (
              <Text size="sm" role="status">
                {t('security.passkeyCancelled')}
              </Text>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('security.continue')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
