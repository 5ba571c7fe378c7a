import { Alert, Button, Group, List, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { splitByField } from '@/ui/graphql/problems';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { useRequestCustomerErasure } from '../mutations/useRequestCustomerErasure';
import { emptyWish, toInput, WishFields } from './WishFields';

const effects = ['customer', 'tickets', 'traces', 'kept'] as const;

/** Says what will happen, and begins only after the name has been typed. */
export function ErasureDialog({ customerId, name, onClose }: { customerId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const request = useRequestCustomerErasure();
  const form = useForm({
    initialValues: emptyWish,
    validate: {
      reference: (value) => (value.trim() === '' ? t('privacy.referenceMissing') : null),
      confirmation: (value) => (value.trim() === '' ? t('privacy.confirmationMissing') : null),
    },
  });
  const submit = form.onSubmit(async (wish) => {
    const outcome = await request.run({ customerId, confirmation: wish.confirmation, ...toInput(wish) });
    if (outcome.ok) {
      notifyDone(t('privacy.erasureAsked'));
      onClose();
      await navigate({ to: '/settings/privacy' });
      return;
    }
    const { atFields, elsewhere } = splitByField(outcome.problems, Object.keys(emptyWish));
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('privacy.erasureTitle', { name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('privacy.erasureText')}>
            <List size="sm">
              {effects.map((one) => (
                <List.Item key={one}>{t(`privacy.effect.${one}`)}</List.Item>
              ))}
            </List>
          </Alert>
          <WishFields form={form} />
          <TextInput
            required
            autoComplete="off"
            label={t('privacy.confirmation', { name })}
            {...form.getInputProps('confirmation')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red" loading={request.running}>
              {t('privacy.erase')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
