import { ActionIcon, Alert, Button, Code, CopyButton, Paper, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { problemsOf } from '@/ui/states/failure';
import { notifyProblems } from '@/ui/states/notify';
import classes from './ProviderCard.module.css';

const ProviderCardFragment = graphql(`
  fragment ProviderCard on IdentityProvider {
    key
    name
    authority
    clientId
    callbackPath
    signedOutPath
    backChannelPath
    emailDomains
    createsPeople
    groupRoles {
      group
      role
      exists
    }
    secondFactors
    takesPrograms
    peopleCount
  }
`);

const IdentityProviderTestQuery = graphql(`
  query IdentityProviderTest($key: String!) {
    identityProviderTest(key: $key) {
      reached
      problem
      keys
    }
  }
`);

export function ProviderCard({ provider: masked }: { provider: FragmentType<typeof ProviderCardFragment> }) {
  const { t } = useTranslation();
  const provider = readFragment(ProviderCardFragment, masked);
  const client = useClient();
  const [running, setRunning] = useState(false);
  const [found, setFound] = useState<{ reached: boolean; problem?: string | null; keys: number } | null>(null);
  const run = async () => {
    setRunning(true);
    const { data, error } = await client.query(IdentityProviderTestQuery, { key: provider.key }, { requestPolicy: 'network-only' }).toPromise();
    setRunning(false);
    if (error) notifyProblems(problemsOf(error));
    else setFound(data?.identityProviderTest ?? null);
  };
  const origin = window.location.origin;
  const rows: [string, React.ReactNode][] = [
    [t('sso.issuer'), <Code key="i">{provider.authority}</Code>],
    [t('sso.clientId'), <Code key="c">{provider.clientId}</Code>],
    [t('sso.redirect'), <Copied key="r" text={origin + provider.callbackPath} />],
    [t('sso.postLogout'), <Copied key="p" text={origin + provider.signedOutPath} />],
    [t('sso.backChannel'), <Copied key="b" text={origin + provider.backChannelPath} />],
    [t('sso.domains'), provider.emailDomains.join(', ') || t('sso.noDomains')],
    [t('sso.newPeople'), t(provider.createsPeople ? 'sso.areMade' : 'sso.areNotMade')],
    [t('sso.groups'), provider.groupRoles.length === 0 ? '–' : provider.groupRoles.map(({ group, role, exists }) => `${group} → ${role}${exists ? '' : ` (${t('sso.roleGone')})`}`).join(', ')],
    [t('sso.factors'), provider.secondFactors.join(', ') || t('sso.noFactors')],
    [t('sso.programs'), t(provider.takesPrograms ? 'sso.programsYes' : 'sso.programsNo')],
    [t('sso.people'), String(provider.peopleCount)],
  ];
  return (
    <Paper withBorder p="md" mb="md">
      <div className={classes.head}>
        <h3>{provider.name}</h3>
        <Button variant="default" loading={running} onClick={() => void run()}>
          {t('sso.test')}
        </Button>
      </div>
      {found && (
        <Alert color={found.reached ? 'teal' : 'red'} mb="sm" role="status">
          {found.reached ? t('sso.reached', { count: found.keys }) : found.problem}
        </Alert>
      )}
      <dl className={classes.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

function Copied({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.copied}>
      <Code>{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon size="sm" aria-label={`${t('common.copy')}: ${text}`} onClick={copy}>
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
