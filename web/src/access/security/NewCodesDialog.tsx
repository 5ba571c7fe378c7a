import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRenewRecoveryCodes } from '../mutations/useRenewRecoveryCodes';
import { ProofDialog } from './ProofDialog';
import { RecoveryCodeList } from './RecoveryCodeList';

/** New recovery codes, once it is clear that the old ones are void. */
export function NewCodesDialog({ passwordNeeded, onClose, onDone }: { passwordNeeded: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const renew = useRenewRecoveryCodes();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) {
    return (
      <Modal opened onClose={onDone} title={t('security.codes')} closeOnClickOutside={false} closeOnEscape={false} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <RecoveryCodeList codes={codes} onKept={onDone} />
      </Modal>
    );
  }
  return (
    <ProofDialog
      title={t('security.newCodes')}
      text={t('security.newCodesText')}
      submit={t('security.newCodes')}
      passwordNeeded={passwordNeeded}
      onClose={onClose}
      onConfirm={async (password) => {
        const outcome = await renew.run({ password });
        if (!outcome.ok) return outcome.problems;
        setCodes(outcome.payload.recoveryCodes ?? []);
        return [];
      }}
    />
  );
}
