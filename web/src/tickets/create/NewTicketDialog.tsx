import { Button, Checkbox, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { CustomerPicker } from '@/customers/controls/CustomerPicker';
import type { TicketChannel, TicketPriority, TicketType } from '@/generated/staff/graphql';
import { splitByField } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { priorities, ticketTypes } from '../inbox/inboxSearch';
import { useCreateTicket } from '../mutations/useCreateTicket';
import { usePeople } from '../people';

const channels: readonly TicketChannel[] = ['PHONE', 'EMAIL', 'CHAT', 'SOCIAL', 'CONSOLE'];
const fields = ['subject', 'body', 'customerId', 'newCustomer.name', 'newCustomer.email', 'newCustomer.phone', 'teamId', 'assigneeId'];

export function NewTicketDialog({ customerId, onClose }: { customerId?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const create = useCreateTicket();
  const { users, teams } = usePeople();
  const [unknown, setUnknown] = useState(false);
  const form = useForm({
    initialValues: {
      subject: '',
      body: '',
      customerId: customerId ?? (null as string | null),
      newCustomer: { name: '', email: '', phone: '' },
      type: 'QUESTION' as TicketType,
      priority: 'NORMAL' as TicketPriority,
      channel: 'PHONE' as TicketChannel,
      teamId: null as string | null,
      assigneeId: null as string | null,
      bodyFromCustomer: true,
    },
    validate: {
      subject: (value) => (value.trim() === '' ? t('newTicket.subjectMissing') : null),
      body: (value) => (value.trim() === '' ? t('newTicket.bodyMissing') : null),
      customerId: (value) => (!unknown && !value ? t('newTicket.customerMissing') : null),
      newCustomer: { name: (value) => (unknown && value.trim() === '' ? t('newTicket.nameMissing') : null) },
    },
  });

  const submit = form.onSubmit(async ({ newCustomer, customerId: chosen, ...values }) => {
    const outcome = await create.run({
      ...values,
      ...(unknown
        ? { newCustomer: { name: newCustomer.name, email: newCustomer.email || null, phone: newCustomer.phone || null } }
        : { customerId: chosen }),
    });
    if (!outcome.ok) {
      const { atFields, elsewhere } = splitByField(outcome.problems, fields);
      form.setErrors(atFields);
      notifyProblems(elsewhere);
      return;
    }
    onClose();
    if (outcome.payload.ticket) {
      await navigate({ to: '/tickets/$ticketRef', params: { ticketRef: String(outcome.payload.ticket.number) } });
    }
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('newTicket.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {unknown ? (
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
              <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('newCustomer.name')} />
              <TextInput label={t('field.email')} type="email" {...form.getInputProps('newCustomer.email')} />
              <TextInput label={t('field.phone')} type="tel" {...form.getInputProps('newCustomer.phone')} />
            </SimpleGrid>
          ) : (
            <CustomerPicker autoFocus label={t('field.customer')} {...form.getInputProps('customerId')} />
          )}
          {can('customers.customer.write') && (
            <Checkbox
              size="xs"
              label={t('newTicket.newCustomer')}
              checked={unknown}
              onChange={(event) => setUnknown(event.currentTarget.checked)}
            />
          )}
          <TextInput label={t('field.subject')} maxLength={250} {...form.getInputProps('subject')} />
          <Textarea label={t('newTicket.body')} autosize minRows={4} maxRows={12} {...form.getInputProps('body')} />
          <Checkbox
            size="xs"
            label={t('newTicket.fromCustomer')}
            {...form.getInputProps('bodyFromCustomer', { type: 'checkbox' })}
          />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
            <Select
              label={t('field.channel')}
              allowDeselect={false}
              data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
              {...form.getInputProps('channel')}
            />
            <Select
              label={t('field.type')}
              allowDeselect={false}
              data={ticketTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
              {...form.getInputProps('type')}
            />
            <Select
              label={t('field.priority')}
              allowDeselect={false}
              data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
              {...form.getInputProps('priority')}
            />
          </SimpleGrid>
          {can('tickets.ticket.assign') && (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
              <Select
                label={t('field.team')}
                clearable
                data={teams.map((team) => ({ value: team.id, label: team.name }))}
                {...form.getInputProps('teamId')}
              />
              <Select
                label={t('field.assignee')}
                clearable
                searchable
                data={users.map((user) => ({ value: user.id, label: user.name }))}
                {...form.getInputProps('assigneeId')}
              />
            </SimpleGrid>
          )}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running}>
              {t('newTicket.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
