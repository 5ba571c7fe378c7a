import { IconBuilding, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { PersonAvatar } from '@/ui/controls/PersonAvatar';
import { Time } from '@/ui/time/Time';
import classes from './CustomerRow.module.css';

const CustomerRowFragment = graphql(`
  fragment CustomerRow on Customer {
    id
    kind
    displayName
    jobTitle
    externalId
    primaryEmail
    primaryPhone
    tags
    lastContactAt
    openTicketCount
    company {
      id
      displayName
    }
    owner {
      id
      name
    }
  }
`);

function CustomerRowView({ customer: masked }: { customer: FragmentType<typeof CustomerRowFragment> }) {
  const { t } = useTranslation();
  const customer = readFragment(CustomerRowFragment, masked);
  const KindIcon = customer.kind === 'COMPANY' ? IconBuilding : IconUser;
  const about = [customer.jobTitle, customer.company?.displayName].filter(Boolean).join(' · ') || customer.externalId;
  return (
    <div className={classes.row}>
      <span className={classes.kind} title={t(`kind.${customer.kind}`)}>
        <KindIcon size={16} stroke={1.6} role="img" aria-label={t(`kind.${customer.kind}`)} />
      </span>
      <span className={classes.who}>
        <Link to="/customers/$customerId" params={{ customerId: customer.id }} className={classes.name}>
          {customer.displayName}
        </Link>
        {about && <span className={classes.about}>{about}</span>}
      </span>
      <span className={classes.contact}>{customer.primaryEmail ?? '—'}</span>
      <span className={`${classes.phone} number`}>{customer.primaryPhone ?? ''}</span>
      <span className={classes.tags}>
        {customer.tags.slice(0, 2).map((tag) => (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ))}
      </span>
      <span className={classes.open}>
        {customer.openTicketCount ? t('customers.openTickets', { count: customer.openTicketCount }) : null}
      </span>
      <span className={classes.owner}>{customer.owner && <PersonAvatar name={customer.owner.name} size={20} label />}</span>
      <span className={classes.moment}>{customer.lastContactAt && <Time at={customer.lastContactAt} form="clock" />}</span>
    </div>
  );
}

export const CustomerRow = memo(CustomerRowView);
