import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAcknowledgeFactorReset } from '@/access/mutations/useAcknowledgeFactorReset';
import { useMe, useSession } from '@/access/session';
import { notifyProblems } from '../states/notify';
import { Time } from '../time/Time';

/** Says that an administrator took the second factors away, until it is read; and that recovery codes run out. */
export function FactorBanner() {
  const { t } = useTranslation();
  const { factorsResetAt, fewRecoveryCodes } = useMe();
  const { reload } = useSession();
  const acknowledge = useAcknowledgeFactorReset();
  const seen = async (at: string) => {
    const outcome = await acknowledge.run({ at });
    if (outcome.ok) await reload();
    else notifyProblems(outcome.problems);
  };
  if (!factorsResetAt && fewRecoveryCodes == null) return null;
  return (
    <Group role="status" gap="sm" px="md" py={6} justify="center" bg="var(--mantine-color-yellow-light)">
      <IconShieldExclamation size={15} aria-hidden />
      {factorsResetAt ? (
        <>
          <Text size="sm">
            {t('security.wasReset')} (<Time at={factorsResetAt} />)
          </Text>
          <Button size="compact-xs" variant="default" loading={acknowledge.running} onClick={() => void seen(factorsResetAt)}>
            {t('security.seen')}
          </Button>
        </>
      ) : (
        <Text size="sm">{t('security.fewCodes', { count: fewRecoveryCodes ?? 0 })}</Text>
      )}
      <Anchor component={Link} to="/settings/profile" size="sm" c="inherit" underline="always">
        {t('security.title')}
      </Anchor>
    </Group>
  );
}
