import { Anchor } from '@mantine/core';
import { IconBuilding, IconMail, IconPhone, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { Hidden } from '@/ui/controls/Hidden';
import { formatMoney } from '@/ui/controls/formatMoney';
import { Time } from '@/ui/time/Time';
import { StatusMark } from '../controls/StatusMark';
import classes from './CustomerCard.module.css';

const CustomerCardFragment = graphql(`
  fragment CustomerCard on Customer {
    id
    kind
    displayName
    jobTitle
    company {
      id
      displayName
    }
    primaryEmail
    primaryPhone
    language
    tags
    owner {
      id
      name
    }
    orderCount
    revenue {
      amountMinor
      currency
    }
    openTicketCount
    orders(first: 3) {
      nodes {
        id
        number
        placedAt
        status
        summary
        total {
          amountMinor
          currency
        }
      }
    }
    tickets(first: 6) {
      nodes {
        id
        number
        subject
        status
      }
    }
  }
`);

interface Props {
  customer: FragmentType<typeof CustomerCardFragment> | null;
  customerName: string;
  currentTicketId: string;
}

export function CustomerCard({ customer: masked, customerName, currentTicketId }: Props) {
  const { t, i18n } = useTranslation();
  const can = useCan();
  const customer = readFragment(CustomerCardFragment, masked);
  if (!customer) {
    return (
      <section className={classes.card} aria-label={t('field.customer')}>
        <h2 className={classes.name}>{customerName || t('ticket.unknownCustomer')}</h2>
        <p className={classes.muted}>{t('ticket.noCustomer')}</p>
      </section>
    );
  }
  const others = customer.tickets.nodes.filter((ticket) => ticket.id !== currentTicketId).slice(0, 5);
  const KindIcon = customer.kind === 'COMPANY' ? IconBuilding : IconUser;
  return (
    <section className={classes.card} aria-label={t('field.customer')}>
      <h2 className={classes.name}>
        <KindIcon size={15} stroke={1.7} aria-hidden />
        {can('customers.customer.read') ? (
          <Link to="/customers/$customerId" params={{ customerId: customer.id }} className={classes.link}>
            {customer.displayName}
          </Link>
        ) : (
          customer.displayName
        )}
      </h2>
      {(customer.jobTitle || customer.company) && (
        <p className={classes.muted}>{[customer.jobTitle, customer.company?.displayName].filter(Boolean).join(' · ')}</p>
      )}
      <ul className={classes.contacts}>
        {customer.primaryEmail && (
          <li>
            <IconMail size={14} stroke={1.6} aria-hidden />
            <Anchor size="sm" c="inherit" href={`mailto:${customer.primaryEmail}`}>
              {customer.primaryEmail}
            </Anchor>
          </li>
        )}
        {customer.primaryPhone && (
          <li>
            <IconPhone size={14} stroke={1.6} aria-hidden />
            <Anchor size="sm" c="inherit" href={`tel:${customer.primaryPhone}`}>
              {customer.primaryPhone}
            </Anchor>
          </li>
        )}
      </ul>
      <dl className={classes.facts}>
        {customer.owner && (
          <div>
            <dt>{t('field.owner')}</dt>
            <dd>{customer.owner.name}</dd>
          </div>
        )}
        <div>
          <dt>{t('customer.revenue')}</dt>
          <dd>
            {customer.revenue ? customer.revenue.map((money) => formatMoney(money, i18n.language)).join(', ') || '—' : <Hidden />}
          </dd>
        </div>
        <div>
          <dt>{t('customer.openTickets')}</dt>
          <dd>{customer.openTicketCount}</dd>
        </div>
      </dl>
      {customer.orders.nodes.length > 0 && (
        <>
          <h3 className={classes.heading}>
            {t('customer.orders')} <span>{customer.orderCount}</span>
          </h3>
          <ul className={classes.items}>
            {customer.orders.nodes.map((order) => (
              <li key={order.id}>
                <span className={classes.line}>{order.summary}</span>
                <span className={classes.sub}>
                  {order.number} · {t(`orderStatus.${order.status}`)} · <Time at={order.placedAt} form="clock" />
                  {order.total && <span className={classes.amount}>{formatMoney(order.total, i18n.language)}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('customer.recentTickets')}</h3>
          <ul className={classes.items}>
            {others.map((ticket) => (
              <li key={ticket.id}>
                <Link to="/tickets/$ticketRef" params={{ ticketRef: String(ticket.number) }} className={classes.ticket}>
                  <StatusMark status={ticket.status} iconOnly />
                  <span className={classes.line}>{ticket.subject}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
