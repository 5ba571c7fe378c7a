import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots, IconMailForward, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useResendInvitation } from '../mutations/useResendInvitation';
import { useWithdrawInvitation } from '../mutations/useWithdrawInvitation';
import { useMe } from '../session';
import { DeleteUserDialog } from './DeleteUserDialog';

interface Props {
  user: { id: string; name: string; state: string };
  onChanged: () => void;
  onLink: (link: string) => void;
}

/** What can be done with a person besides editing: invitations are sent again or withdrawn, everybody else is deleted. */
export function UserActions({ user, onChanged, onLink }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const resend = useResendInvitation();
  const withdraw = useWithdrawInvitation();
  const [deleting, setDeleting] = useState(false);
  if (user.id === me.id) return null;

  const sendAgain = async () => {
    const outcome = await resend.run({ userId: user.id });
    if (!outcome.ok) return notifyProblems(outcome.problems);
    if (outcome.payload.link) onLink(outcome.payload.link);
    else notifyDone(t('people.resent'));
    onChanged();
  };
  const takeBack = () =>
    modals.openConfirmModal({
      title: t('people.withdrawTitle', { name: user.name }),
      children: t('people.withdrawText'),
      labels: { confirm: t('people.withdraw'), cancel: t('common.cancel') },
      confirmProps: { color: 'red.9' },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () =>
        void withdraw.run({ userId: user.id }).then((outcome) => {
          if (!outcome.ok) return notifyProblems(outcome.problems);
          notifyDone(t('people.withdrawn'));
          onChanged();
        }),
    });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('people.actionsOf', { name: user.name })} loading={resend.running || withdraw.running}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {user.state === 'INVITED' ? (
            <>
              <Menu.Item leftSection={<IconMailForward size={14} aria-hidden />} onClick={() => void sendAgain()}>
                {t('people.resend')}
              </Menu.Item>
              <Menu.Item leftSection={<IconX size={14} aria-hidden />} onClick={takeBack}>
                {t('people.withdraw')}
              </Menu.Item>
            </>
          ) : (
            <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setDeleting(true)}>
              {t('people.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {deleting && (
        <DeleteUserDialog
          user={user}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            setDeleting(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
