import { Alert, Button, Code, CopyButton, Group, Modal, MultiSelect, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { type Problem, splitByField } from '@/ui/graphql/problems';
import { notifyProblems } from '@/ui/states/notify';
import { useCan } from '../session';
import { permissionLabel } from './roles/scopes';

const ScopesQuery = graphql(`
  query TokenScopes {
    permissionCatalog {
      name
      description
    }
  }
`);

const lifetimes = ['30', '90', '365', 'never'] as const;

function endOf(lifetime: (typeof lifetimes)[number]): string | null {
  return lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString();
}

export interface NewToken {
  name: string;
  expiresAt: string | null;
  readOnly: boolean;
  scopes: string[];
}

interface Props {
  title: string;
  run: (token: NewToken) => Promise<{ ok: true; payload: { secret?: string | null } } | { ok: false; problems: Problem[] }>;
  running: boolean;
  onClose: () => void;
}

/** The secret is shown in this dialog and never again, so it closes only on purpose once the secret is there. */
export function NewTokenDialog({ title, run, running, onClose }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const [{ data }] = useQuery({ query: ScopesQuery });
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', lifetime: '90' as (typeof lifetimes)[number], readOnly: false, scopes: [] as string[] },
    validate: { name: (value) => (value.trim() === '' ? t('tokens.nameMissing') : null) },
  });
  const submit = form.onSubmit(async ({ name, lifetime, readOnly, scopes }) => {
    const outcome = await run({ name: name.trim(), expiresAt: endOf(lifetime), readOnly, scopes });
    if (outcome.ok) setSecret(outcome.payload.secret ?? '');
    else {
      const { atFields, elsewhere } = splitByField(outcome.problems, ['name']);
      form.setErrors(atFields);
      notifyProblems(elsewhere);
    }
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={secret === null}
      closeOnEscape={secret === null}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {secret === null ? (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <TextInput data-autofocus label={t('field.name')} description={t('tokens.nameHint')} {...form.getInputProps('name')} />
            <Select
              label={t('tokens.lifetime')}
              allowDeselect={false}
              data={lifetimes.map((value) => ({
                value,
                label: value === 'never' ? t('tokens.forever') : t('tokens.days', { count: Number(value) }),
              }))}
              {...form.getInputProps('lifetime')}
            />
            <Switch size="sm" label={t('tokens.readOnly')} description={t('tokens.readOnlyHint')} {...form.getInputProps('readOnly', { type: 'checkbox' })} />
            <MultiSelect
              label={t('tokens.scopes')}
              description={t('tokens.scopesHint')}
              searchable
              clearable
              data={(data?.permissionCatalog ?? []).filter(({ name }) => can(name)).map((one) => ({ value: one.name, label: permissionLabel(t, one) }))}
              {...form.getInputProps('scopes')}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={running}>
                {t('common.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm">
          <Alert color="pine" variant="light">
            {t('tokens.secretText')}
          </Alert>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-testid="token-secret">
            {secret}
          </Code>
          <Group justify="flex-end" gap="xs">
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={copy}>
                  {copied ? t('common.copied') : t('common.copy')}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>{t('tokens.kept')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
