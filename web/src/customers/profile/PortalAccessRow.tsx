import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { PropertyRow } from '@/ui/controls/PropertyRow';
import { notifyDone, notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useEndPortalSessions } from '../mutations/useEndPortalSessions';

export const PortalAccessRowFragment = graphql(`
  fragment PortalAccessRow on Customer {
    id
    portalAccess {
      lastSignedInAt
      openSessions
    }
  }
`);

/** When the customer last signed in to the portal, and how to sign the customer out there. */
export function PortalAccessRow({ customer: masked }: { customer: FragmentType<typeof PortalAccessRowFragment> }) {
  const { t } = useTranslation();
  const can = useCan();
  const customer = readFragment(PortalAccessRowFragment, masked);
  const end = useEndPortalSessions();
  const access = customer.portalAccess;
  const signOut = () =>
    void end.run({ customerId: customer.id }).then((outcome) => {
      if (outcome.ok) notifyDone(t('customer.portalEnded'));
      else notifyProblems(outcome.problems);
    });
  if (!can('customers.contact.read')) return null;
  return (
    <>
      <PropertyRow label={t('customer.portal')}>{access ? <Time at={access.lastSignedInAt} /> : t('customer.portalNever')}</PropertyRow>
      {access && access.openSessions > 0 && can('customers.customer.write') && (
        <Button variant="subtle" size="compact-xs" loading={end.running} style={{ alignSelf: 'flex-start' }} onClick={signOut}>
          {t('customer.portalEnd', { count: access.openSessions })}
        </Button>
      )}
    </>
  );
}
