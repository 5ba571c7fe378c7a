import { useTranslation } from 'react-i18next';
import { useDisableTotp } from '../mutations/useDisableTotp';
import { useRemovePasskey } from '../mutations/useRemovePasskey';
import { NewCodesDialog } from './NewCodesDialog';
import { NewPasskeyDialog } from './NewPasskeyDialog';
import type { OwnFactors, OwnPasskey } from './ownFactors';
import { ProofDialog } from './ProofDialog';
import { RenamePasskeyDialog } from './RenamePasskeyDialog';
import { TotpDialog } from './TotpDialog';

export type SecurityDialog =
  | { kind: 'app' | 'disable' | 'passkey' | 'codes' }
  | { kind: 'rename' | 'remove'; passkey: OwnPasskey };

interface Props {
  dialog: SecurityDialog;
  factors: OwnFactors;
  onClose: () => void;
  onDone: () => void;
}

/** The one dialog of the section that is open. */
export function DialogOf({ dialog, factors: { passwordNeeded }, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const disable = useDisableTotp();
  const remove = useRemovePasskey();
  const common = { passwordNeeded, onClose, onDone };
  switch (dialog.kind) {
    case 'app':
      return <TotpDialog {...common} />;
    case 'passkey':
      return <NewPasskeyDialog {...common} />;
    case 'codes':
      return <NewCodesDialog {...common} />;
    case 'rename':
      return <RenamePasskeyDialog passkey={dialog.passkey} onClose={onClose} onDone={onDone} />;
    case 'disable':
      return (
        <ProofDialog
          title={t('security.turnOffTitle')}
          text={t('security.turnOffText')}
          submit={t('security.turnOff')}
          danger
          always
          passwordNeeded
          onClose={onClose}
          onConfirm={async (password) => {
            const outcome = await disable.run({ password: password ?? '' });
            if (!outcome.ok) return outcome.problems;
            onDone();
            return [];
          }}
        />
      );
    case 'remove':
      return (
        <ProofDialog
          title={t('security.removeTitle', { name: dialog.passkey.name })}
          text={t('security.removeText')}
          submit={t('common.remove')}
          danger
          passwordNeeded={passwordNeeded}
          onClose={onClose}
          onConfirm={async (password) => {
            const outcome = await remove.run({ passkeyId: dialog.passkey.id, password });
            if (!outcome.ok) return outcome.problems;
            onDone();
            return [];
          }}
        />
      );
  }
}
