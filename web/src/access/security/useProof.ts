import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/ui/graphql/problems';
import { sayProblem } from '@/ui/states/failure';

/**
 * The password of a dialog that changes factors: asked for when the sign-in was not a moment ago, or always. A sign-in
 * may grow too old while the dialog is open; then the server says so and the field appears.
 */
export function useProof(needed: boolean, always = false) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(needed || always);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  return {
    asked,
    error,
    value: password,
    onChange: (value: string) => {
      setPassword(value);
      setError(null);
    },
    /** What to send; undefined when nothing is asked for. */
    password: asked ? password : undefined,
    /** Whether something can be sent; says what is missing. */
    check: () => {
      if (!asked || password !== '') return true;
      setError(t('password.currentMissing'));
      return false;
    },
    /** Takes what concerns the password out of the problems and shows it. */
    take: (problems: readonly Problem[]) =>
      problems.filter((problem) => {
        if (problem.code === 'PASSWORD_NEEDED') setAsked(true);
        else if (problem.field === 'password') setError(t('security.passwordWrong'));
        else if (problem.code === 'TOO_MANY_TRIES') setError(sayProblem(problem));
        else return true;
        return false;
      }),
  };
}

export type Proof = ReturnType<typeof useProof>;
