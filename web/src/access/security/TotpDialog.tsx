import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblems } from '@/ui/states/notify';
import { useConfirmTotp } from '../mutations/useConfirmTotp';
import { useStartTotp } from '../mutations/useStartTotp';
import { PasswordProof } from './PasswordProof';
import { RecoveryCodeList } from './RecoveryCodeList';
import classes from './Security.module.css';
import { useProof } from './useProof';

type Step = { at: 'begin' } | { at: 'scan'; secret: string; picture: string } | { at: 'codes'; codes: readonly string[] };

interface Props {
  passwordNeeded: boolean;
  onClose: () => void;
  /** The app counts now. */
  onDone: () => void;
}

/** Sets up an authenticator app: prove, scan, type a code, keep the recovery codes. */
export function TotpDialog({ passwordNeeded, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const start = useStartTotp();
  const proof = useProof(passwordNeeded);
  const [step, setStep] = useState<Step>({ at: 'begin' });
  const begin = async () => {
    if (!proof.check()) return;
    const outcome = await start.run({ password: proof.password });
    if (outcome.ok) setStep({ at: 'scan', secret: outcome.payload.secret ?? '', picture: outcome.payload.qrCode ?? '' });
    else notifyProblems(proof.take(outcome.problems));
  };
  const fixed = step.at === 'codes';
  return (
    <Modal
      opened
      onClose={fixed ? onDone : onClose}
      title={fixed ? t('security.codes') : t('security.setUpApp')}
      closeOnClickOutside={false}
      closeOnEscape={!fixed}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {step.at === 'begin' && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{t('security.appText')}</Text>
            {proof.asked && <PasswordProof {...proof} autoFocus />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={start.running} data-autofocus={!proof.asked || undefined}>
                {t('security.continue')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {step.at === 'scan' && (
        <Scan
          secret={step.secret}
          picture={step.picture}
          onClose={onClose}
          onConfirmed={(codes) => (codes ? setStep({ at: 'codes', codes }) : onDone())}
        />
      )}
      {step.at === 'codes' && <RecoveryCodeList codes={step.codes} onKept={onDone} />}
    </Modal>
  );
}

interface ScanProps {
  secret: string;
  picture: string;
  onClose: () => void;
  onConfirmed: (codes: readonly string[] | null) => void;
}

function Scan({ secret, picture, onClose, onConfirmed }: ScanProps) {
  const { t } = useTranslation();
  const confirm = useConfirmTotp();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    if (code.trim() === '') {
      setError(t('security.codeMissing'));
      return;
    }
    const outcome = await confirm.run({ code });
    if (outcome.ok) {
      onConfirmed(outcome.payload.recoveryCodes ?? null);
      return;
    }
    const wrong = outcome.problems.some((problem) => problem.field === 'code');
    if (wrong) setError(t('security.codeWrong'));
    else notifyProblems(outcome.problems);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('security.scan')}</Text>
        <img className={classes.picture} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt={t('security.qrCode')} />
        <Text size="sm" c="var(--app-muted)">
          {t('security.typeInstead')}{' '}
          <span className={classes.secret} data-testid="totp-secret">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </span>
        </Text>
        <TextInput
          label={t('security.code')}
          description={t('security.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          autoFocus
          value={code}
          error={error}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setError(null);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={confirm.running}>
            {t('security.turnOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
