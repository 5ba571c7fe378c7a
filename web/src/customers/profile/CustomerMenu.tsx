import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots, IconFileExport, IconTrash, IconUserQuestion, IconUserX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExplainDialog } from '@/access/explain/ExplainDialog';
import { useCan } from '@/access/session';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useDeleteCustomer } from '../mutations/useDeleteCustomer';
import { ErasureDialog } from '../privacy/ErasureDialog';
import { ExportDialog } from '../privacy/ExportDialog';

const seenInExports = ['customers.contact.read', 'customers.note.read', 'customers.money.read'];

export function CustomerMenu({ id, version, name }: { id: string; version: number; name: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const remove = useDeleteCustomer();
  const [dialog, setDialog] = useState<'explain' | 'export' | 'erasure' | null>(null);
  const mayDelete = can('customers.customer.delete');
  const mayErase = can('customers.privacy.manage');
  const mayExport = mayErase && seenInExports.every(can);
  const mayExplain = can('access.rights.explain');
  if (!mayDelete && !mayErase && !mayExplain) return null;
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
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('common.actions')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayExplain && (
            <Menu.Item leftSection={<IconUserQuestion size={15} aria-hidden />} onClick={() => setDialog('explain')}>
              {t('explain.open')}
            </Menu.Item>
          )}
          {mayExport && (
            <Menu.Item leftSection={<IconFileExport size={15} aria-hidden />} onClick={() => setDialog('export')}>
              {t('privacy.export')}
            </Menu.Item>
          )}
          {mayErase && (
            <Menu.Item color="red" leftSection={<IconUserX size={15} aria-hidden />} onClick={() => setDialog('erasure')}>
              {t('privacy.erase')}
            </Menu.Item>
          )}
          {mayDelete && (
            <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={confirm}>
              {t('customer.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'explain' && <ExplainDialog nodeId={id} name={name} onClose={close} />}
      {dialog === 'export' && <ExportDialog customerId={id} name={name} onClose={close} />}
      {dialog === 'erasure' && <ErasureDialog customerId={id} name={name} onClose={close} />}
    </>
  );
}
