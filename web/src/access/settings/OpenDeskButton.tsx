import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayProblem } from '@/ui/states/failure';
import { notifyDone } from '@/ui/states/notify';
import { timeOrDate } from '@/ui/time/time';
import { useOpenConfidentialDesk } from '../mutations/useOpenConfidentialDesk';

/** Break-glass: opens a confidential desk for an hour, for a reason that stays on record. */
export function OpenDeskButton({ team }: { team: { id: string; name: string } }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const open = useOpenConfidentialDesk();
  const submit = async () => {
    const outcome = await open.run({ teamId: team.id, reason });
    if (!outcome.ok) return setError(outcome.problems.map(sayProblem).join(' '));
    notifyDone(t('teams.opened', { time: timeOrDate(outcome.payload.breakGlass?.endsAt ?? '') }));
    dialog.close();
  };
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('teams.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('teams.openTitle', { name: team.name })} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <Stack gap="sm">
          <Text size="sm">{t('teams.openText')}</Text>
          <Textarea data-autofocus label={t('teams.openReason')} autosize minRows={2} maxLength={500} value={reason} error={error} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={dialog.close}>
              {t('common.cancel')}
            </Button>
            <Button loading={open.running} onClick={() => void submit()}>
              {t('teams.open')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
