import { Alert, Button, Group, Modal, SegmentedControl, Select, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconUsersPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateCustomerInput, CustomerKind } from '@/generated/staff/graphql';
import { usePeople } from '@/tickets/people';
import { splitByField } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { CustomerPicker } from '../controls/CustomerPicker';
import { useCreateCustomer } from '../mutations/useCreateCustomer';
import { usePossibleDuplicates } from './usePossibleDuplicates';

const empty = {
  kind: 'PERSON' as CustomerKind,
  name: '', givenName: '', familyName: '', jobTitle: '', email: '', phone: '', externalId: '',
  companyId: null as string | null,
  ownerId: null as string | null,
  tags: [] as string[],
};

/** Server paths of the lists back to the single inputs of this form. */
function toFormField(field: string | null): string | null {
  if (field?.startsWith('emails')) return 'email';
  return field?.startsWith('phones') ? 'phone' : field;
}

export function NewCustomerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCustomer();
  const { users } = usePeople();
  const [duplicateKnown, setDuplicateKnown] = useState(false);
  const form = useForm({
    initialValues: empty,
    validate: (values) => {
      const named = values.kind === 'COMPANY' ? values.name : values.givenName + values.familyName + values.email + values.phone;
      return named.trim() === '' ? { [values.kind === 'COMPANY' ? 'name' : 'familyName']: t('newCustomer.nameMissing') } : {};
    },
  });
  const { values } = form;
  const person = values.kind === 'PERSON';
  const duplicates = usePossibleDuplicates(values);

  const submit = form.onSubmit(async () => {
    const text = (value: string) => value.trim() || null;
    const input: CreateCustomerInput = {
      kind: values.kind,
      ...(person
        ? { givenName: text(values.givenName), familyName: text(values.familyName), jobTitle: text(values.jobTitle), companyId: values.companyId }
        : { name: text(values.name) }),
      externalId: text(values.externalId),
      emails: text(values.email) ? [{ address: values.email.trim(), type: 'WORK', primary: true }] : [],
      phones: text(values.phone) ? [{ number: values.phone.trim(), type: 'MOBILE', primary: true }] : [],
      tags: values.tags,
      ownerId: values.ownerId,
      allowDuplicate: duplicateKnown || duplicates.length > 0,
    };
    const outcome = await create.run(input);
    if (outcome.ok) {
      const id = outcome.payload.customer?.id;
      if (id) await navigate({ to: '/customers/$customerId', params: { customerId: id } });
      else onClose();
      return;
    }
    if (outcome.problems.some((problem) => problem.code === 'POSSIBLE_DUPLICATE')) {
      setDuplicateKnown(true);
      return;
    }
    const problems = outcome.problems.map((problem) => ({ ...problem, field: toFormField(problem.field) }));
    const { atFields, elsewhere } = splitByField(problems, Object.keys(empty));
    form.setErrors(atFields);
    notifyProblems(elsewhere);
  });

  return (
    <Modal opened onClose={onClose} title={t('newCustomer.title')} size="lg" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('field.kind')}
            style={{ alignSelf: 'flex-start' }}
            data={(['PERSON', 'COMPANY'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          {person ? (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
                <TextInput data-autofocus label={t('field.givenName')} {...form.getInputProps('givenName')} />
                <TextInput label={t('field.familyName')} {...form.getInputProps('familyName')} />
              </SimpleGrid>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
                <CustomerPicker label={t('field.company')} kind="COMPANY" {...form.getInputProps('companyId')} />
                <TextInput label={t('field.jobTitle')} {...form.getInputProps('jobTitle')} />
              </SimpleGrid>
            </>
          ) : (
            <TextInput data-autofocus label={t('field.name')} {...form.getInputProps('name')} />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <TextInput label={t('field.email')} type="email" {...form.getInputProps('email')} />
            <TextInput label={t('field.phone')} type="tel" {...form.getInputProps('phone')} />
            <TextInput label={t('field.externalId')} {...form.getInputProps('externalId')} />
            <Select
              label={t('field.owner')}
              clearable
              searchable
              data={users.map((user) => ({ value: user.id, label: user.name }))}
              {...form.getInputProps('ownerId')}
            />
          </SimpleGrid>
          <TagsInput label={t('field.tags')} {...form.getInputProps('tags')} />
          {(duplicates.length > 0 || duplicateKnown) && (
            <Alert color="yellow" variant="light" icon={<IconUsersPlus size={18} aria-hidden />} title={t('newCustomer.duplicates')} role="status">
              <Stack gap={2}>
                {duplicates.map((one) => (
                  <Text size="sm" key={one.id}>
                    <Link to="/customers/$customerId" params={{ customerId: one.id }}>
                      {one.displayName}
                    </Link>{' '}
                    {[one.primaryEmail, one.primaryPhone].filter(Boolean).join(' · ')}
                  </Text>
                ))}
                <Text size="sm">{t('newCustomer.duplicatesText')}</Text>
              </Stack>
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={create.running}>
              {duplicates.length > 0 || duplicateKnown ? t('newCustomer.createAnyway') : t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
