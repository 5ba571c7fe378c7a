import { Alert, Anchor, Button, Checkbox, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestJson } from '@/ui/http/http';
import { problemsOf, sayProblem } from '@/ui/states/failure';
import { EntryFrame } from './EntryFrame';
import { PasskeyButton } from './PasskeyButton';
import { sayTries } from './sayTries';
import { ProviderButtons } from './sso/ProviderButtons';
import { useProviders } from './sso/useProviders';
import { SecondStepForm } from './SecondStepForm';
import { hasPasskeys } from './security/webauthn';
import { type Me, useSession } from './session';

/** The answer to a right password: the person, or what else they have to give. */
type FirstAnswer = Me | { secondFactor: string[] };

export function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const { to, step, problem, provider } = useSearch({ from: '/sign-in' });
  const ways = useProviders();
  const [byPassword, setByPassword] = useState(false);
  const [failure, setFailure] = useState<string | null>(problem ? t(`sso.problem.${problem}` as 'sso.problem.notKnown', { provider, defaultValue: t('sso.problem.providerFailed', { provider }) }) : null);
  const [busy, setBusy] = useState(false);
  const [second, setSecond] = useState<string[] | null>(step ? step.split(',') : null);
  const form = useForm({
    initialValues: { email: '', password: '', remember: true },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.emailMissing') : null),
      password: (value) => (value === '' ? t('signIn.passwordMissing') : null),
    },
  });

  const enter = async (me: Me) => {
    await session.enter(me);
    await navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true });
  };

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await requestJson<FirstAnswer>('POST', '/auth/sign-in', { ...values, email: values.email.trim() });
      if ('secondFactor' in answer) setSecond(answer.secondFactor);
      else await enter(answer);
    } catch (error) {
      setFailure(sayTries(t, error) ?? problemsOf(error).map(sayProblem).join(' '));
      form.setFieldValue('password', '');
      form.getInputNode('password')?.focus();
    } finally {
      setBusy(false);
    }
  });

  if (second) {
    return (
      <EntryFrame title={t('security.secondTitle')} text={t('security.secondText')}>
        <SecondStepForm
          methods={second}
          remember={form.values.remember}
          onEnter={enter}
          onBack={(why) => {
            form.setFieldValue('password', '');
            setFailure(why);
            setSecond(null);
          }}
        />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('signIn.title')}>
      {failure && (
        <Alert color="red" role="alert" mb="sm">
          {failure}
        </Alert>
      )}
      {ways && ways.providers.length > 0 && <ProviderButtons providers={ways.providers} to={to} />}
      {ways && !ways.passwords && !byPassword && (
        <Anchor component="button" type="button" size="sm" mt="md" onClick={() => setByPassword(true)}>
          {t('sso.administratorPassword')}
        </Anchor>
      )}
      {ways && ways.passwords && ways.providers.length > 0 && <Divider my="md" label={t('signIn.or')} />}
      <form onSubmit={submit} noValidate hidden={ways !== undefined && !ways.passwords && !byPassword}>
        <Stack gap="sm">
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            data-autofocus
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('field.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Group justify="space-between" gap="xs">
            <Checkbox size="sm" label={t('signIn.remember')} {...form.getInputProps('remember', { type: 'checkbox' })} />
            <Anchor component={Link} to="/forgot-password" size="sm">
              {t('signIn.forgot')}
            </Anchor>
          </Group>
          <Button type="submit" size="sm" loading={busy} fullWidth mt={4}>
            {t('signIn.submit')}
          </Button>
          {hasPasskeys() && <Divider label={t('signIn.or')} />}
          <PasskeyButton remember={form.values.remember} onEnter={enter} onFailure={setFailure} />
        </Stack>
      </form>
    </EntryFrame>
  );
}
