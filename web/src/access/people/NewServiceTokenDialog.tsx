import { useTranslation } from 'react-i18next';
import { useCreateServiceToken } from '../mutations/useCreateServiceToken';
import { NewTokenDialog } from '../settings/NewTokenDialog';

/** A token for a program: the same dialog as for one of one's own. */
export function NewServiceTokenDialog({ account, onClose }: { account: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateServiceToken();
  return (
    <NewTokenDialog
      title={t('service.newTokenFor', { name: account.name })}
      run={(token) => create.run({ ...token, userId: account.id })}
      running={create.running}
      onClose={onClose}
    />
  );
}
