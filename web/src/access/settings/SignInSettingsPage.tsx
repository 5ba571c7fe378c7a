import { Skeleton, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import { usePageTitle } from '@/ui/shell/usePageTitle';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { ProviderCard } from '../sso/ProviderCard';
import { SettingsSection } from './SettingsSection';

const SignInSettingsQuery = graphql(`
  query SignInSettings {
    signInSettings {
      minPasswordLength
      passwords
      providers {
        key
        ...ProviderCard
      }
    }
    roles {
      key
      requiresSecondFactor
    }
  }
`);

/** How people sign in, as the configuration says; what has to be registered at the providers can be copied. */
export function SignInSettingsPage() {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: SignInSettingsQuery, requestPolicy: 'cache-and-network' });
  usePageTitle(t('sso.settings'));
  const settings = data?.signInSettings;
  if (error && !settings) return <LoadError failure={error} onRetry={() => refetch({ requestPolicy: 'network-only' })} />;
  if (!settings) return <Skeleton height={200} role="status" aria-label={t('common.loading')} />;
  const strict = (data.roles ?? []).filter((role) => role.requiresSecondFactor).length;
  return (
    <>
      <SettingsSection title={t('sso.settings')} text={t('sso.settingsText')}>
        <Text size="sm">{t(settings.passwords === 'EVERYBODY' ? 'sso.passwordsEverybody' : 'sso.passwordsAdministrators', { count: settings.minPasswordLength })}</Text>
        <Text size="sm" mt={6}>
          {strict > 0 ? t('sso.strictRoles', { count: strict }) : t('sso.noStrictRole')} <Link to="/settings/roles">{t('settings.roles')}</Link>
        </Text>
      </SettingsSection>
      <SettingsSection wide title={t('sso.providers')} text={t('sso.providersText')}>
        {settings.providers.length === 0 ? (
          <EmptyState icon={IconBuilding} title={t('sso.none')} text={t('sso.noneText')} />
        ) : (
          settings.providers.map((provider) => <ProviderCard key={provider.key} provider={provider} />)
        )}
      </SettingsSection>
    </>
  );
}
