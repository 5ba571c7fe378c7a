import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useResetSecondFactors } from '../mutations/useResetSecondFactors';

/** For somebody who lost the telephone: takes all second factors away, once it is confirmed. */
export function ResetFactorsButton({ user }: { user: { id: string; name: string } }) {
  const { t } = useTranslation();
  const reset = useResetSecondFactors();
  const confirm = () =>
    modals.openConfirmModal({
      title: t('users.resetTitle', { name: user.name }),
      children: t('users.resetText'),
      labels: { confirm: t('users.reset'), cancel: t('common.cancel') },
      confirmProps: { color: 'red.9' },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () =>
        void reset.run({ userId: user.id }).then((outcome) => {
          if (outcome.ok) notifyDone(t('users.resetDone'));
          else notifyProblems(outcome.problems);
        }),
    });
  return (
    <Button variant="default" loading={reset.running} style={{ alignSelf: 'flex-start' }} onClick={confirm}>
      {t('users.reset')}
    </Button>
  );
}
