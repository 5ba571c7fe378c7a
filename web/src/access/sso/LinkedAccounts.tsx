import { Alert, Button, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { requestJson } from '@/ui/http/http';
import { problemsOf } from '@/ui/states/failure';
import { notifyDone } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useRemoveExternalLogin } from '../mutations/useRemoveExternalLogin';
import { ProofDialog } from '../security/ProofDialog';
import classes from '../security/Security.module.css';
import { SettingsSection } from '../settings/SettingsSection';
import { useProviders } from './useProviders';

const LinkedAccountsQuery = graphql(`
  query LinkedAccounts {
    externalLogins {
      id
      provider
      name
      createdAt
      lastUsedAt
    }
  }
`);

/** The accounts at identity providers that sign the person in; absent where there is no provider. */
export function LinkedAccounts() {
  const { t } = useTranslation();
  const known = useProviders();
  const { problem, linked } = useSearch({ from: '/shell/settings/profile' });
  const [{ data }, refetch] = useQuery({ query: LinkedAccountsQuery, requestPolicy: 'cache-and-network' });
  const remove = useRemoveExternalLogin();
  const [asked, setAsked] = useState<{ kind: 'link'; key: string; name: string } | { kind: 'remove'; id: string; name: string } | null>(null);
  const accounts = data?.externalLogins ?? [];
  if (!known || (known.providers.length === 0 && accounts.length === 0)) return null;
  const nameOf = (key: string) => known.providers.find((provider) => provider.key === key)?.name ?? key;
  const link = async (key: string, password: string | undefined) => {
    try {
      const { location } = await requestJson<{ location: string }>('POST', `/auth/sso/${key}/link`, { password });
      window.location.assign(location);
      return [];
    } catch (error) {
      return problemsOf(error);
    }
  };
  const unlink = async (id: string, password: string | undefined) => {
    const outcome = await remove.run({ externalLoginId: id, password });
    if (!outcome.ok) return outcome.problems;
    setAsked(null);
    notifyDone(t('common.saved'));
    refetch({ requestPolicy: 'network-only' });
    return [];
  };
  return (
    <SettingsSection title={t('sso.accounts')} text={t('sso.accountsText')}>
      {problem && (
        <Alert color="red" mb="sm" role="alert">
          {t(problem === 'linkedElsewhere' ? 'sso.problem.linkedElsewhere' : 'sso.problem.notLinked')}
        </Alert>
      )}
      {linked && !problem && (
        <Alert color="teal" mb="sm" role="status">
          {t('sso.linked')}
        </Alert>
      )}
      {accounts.map((account) => (
        <div className={classes.row} key={account.id}>
          <div className={classes.what}>
            <Text size="sm">
              {nameOf(account.provider)}
              {account.name && ` · ${account.name}`}
            </Text>
            <Text size="xs" c="var(--app-muted)">
              {t('security.since')} <Time at={account.createdAt} /> · {t('security.lastUsed')} <Time at={account.lastUsedAt} />
            </Text>
          </div>
          <Button variant="default" aria-label={t('security.removeOne', { name: nameOf(account.provider) })} onClick={() => setAsked({ kind: 'remove', id: account.id, name: nameOf(account.provider) })}>
            {t('common.remove')}
          </Button>
        </div>
      ))}
      {known.providers.filter(({ key }) => !accounts.some((account) => account.provider === key)).map(({ key, name }) => (
        <div className={classes.row} key={key}>
          <div className={classes.what}>
            <Text size="sm">{name}</Text>
            <Text size="xs" c="var(--app-muted)">
              {t('sso.notLinked')}
            </Text>
          </div>
          <Button variant="default" onClick={() => setAsked({ kind: 'link', key, name })}>
            {t('sso.link')}
          </Button>
        </div>
      ))}
      {asked && (
        <ProofDialog
          title={t(asked.kind === 'link' ? 'sso.linkTitle' : 'sso.removeTitle', { name: asked.name })}
          text={t(asked.kind === 'link' ? 'sso.linkText' : 'sso.removeText', { name: asked.name })}
          submit={asked.kind === 'link' ? t('sso.link') : t('common.remove')}
          danger={asked.kind === 'remove'}
          passwordNeeded={false}
          onClose={() => setAsked(null)}
          onConfirm={(password) => (asked.kind === 'link' ? link(asked.key, password) : unlink(asked.id, password))}
        />
      )}
    </SettingsSection>
  );
}
