import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session';

interface Props {
  value: string;
  error: string | null;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

/** The password once more, before something about the sign-in changes. */
export function PasswordProof({ value, error, autoFocus, onChange }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <input type="text" autoComplete="username" value={me.email} readOnly hidden />
      <PasswordInput
        label={t('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        data-autofocus={autoFocus || undefined}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
