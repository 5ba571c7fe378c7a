import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useDeleteCustomer } from '../mutations/useDeleteCustomer';

export function CustomerMenu({ id, version, name }: { id: string; version: number; name: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const remove = useDeleteCustomer();
  if (!can('customers.customer.delete')) return null;
  const confirm = () =>
    modals.openConfirmModal({
      title: t('customer.deleteTitle', { name }),
      children: t('customer.deleteText'),
      labels: { confirm: t('common.delete'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void remove.run({ customerId: id, expectedVersion: version }).then((outcome) => {
          if (!outcome.ok) return notifyProblems(outcome.problems);
          notifyDone(t('customer.deleted', { name }));
          return navigate({ to: '/customers' });
        }),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('common.actions')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={confirm}>
          {t('customer.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
