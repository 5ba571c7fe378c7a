import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useRequestCustomerExport } from '../mutations/useRequestCustomerExport';
import { emptyWish, toInput, WishFields } from './WishFields';

export function ExportDialog({ customerId, name, onClose }: { customerId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const request = useRequestCustomerExport();
  const form = useForm({
    initialValues: emptyWish,
    validate: { reference: (value) => (value.trim() === '' ? t('privacy.referenceMissing') : null) },
  });
  const submit = form.onSubmit(async (wish) => {
    const outcome = await request.run({ customerId, ...toInput(wish) });
    if (outcome.ok) {
      notifyDone(t('privacy.exportAsked'));
      onClose();
      await navigate({ to: '/settings/privacy' });
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, Object.keys(emptyWish));
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal opened onClose={onClose} title={t('privacy.exportTitle', { name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('privacy.exportText')}</Text>
          <WishFields form={form} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={request.running}>
              {t('privacy.export')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
