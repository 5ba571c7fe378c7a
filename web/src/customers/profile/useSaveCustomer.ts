import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import type { UpdateCustomerInput } from '@/generated/staff/graphql';
import { isConflict } from '@/ui/graphql/problems';
import { sayProblem } from '@/ui/states/failure';
import { notifyProblems } from '@/ui/states/notify';
import { useUpdateCustomer } from '../mutations/useUpdateCustomer';

export type CustomerChange = Omit<UpdateCustomerInput, 'customerId' | 'expectedVersion'>;
/** Answers what stands in the way, or null when the change was made. */
export type SaveCustomer = (change: CustomerChange) => Promise<string | null>;

/**
 * Saves one change of a profile. After a conflict the newest profile is loaded while the typed value stays in its
 * input with an explanation: saving again then puts it on top of the other person's change.
 */
export function useSaveCustomer(customerId: string, expectedVersion: number, onConflict: () => void) {
  const { t } = useTranslation();
  const can = useCan();
  const update = useUpdateCustomer();
  const save: SaveCustomer = async (change) => {
    const outcome = await update.run({ customerId, expectedVersion, ...change });
    if (outcome.ok) return null;
    if (outcome.problems.some(isConflict)) {
      onConflict();
      return t('customer.conflict');
    }
    return outcome.problems.map(sayProblem).join(' ');
  };
  const saveQuietly = (change: CustomerChange) =>
    void save(change).then((message) => {
      if (message) notifyProblems([{ code: '', message, field: null, traceId: null, currentVersion: null }]);
    });
  return { save, saveQuietly, readOnly: !can('customers.customer.write') };
}
