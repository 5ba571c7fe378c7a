import {
  IconCircleCheck, IconClock, IconInbox, IconPlayerPause, IconStack2, IconUser, IconUserQuestion, IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/generated/staff';
import classes from '@/ui/shell/Sidebar.module.css';
import { useTicketChanges } from '../TicketChanges';
import { viewKeys } from './inboxSearch';

const TicketViewsQuery = graphql(`
  query TicketViews {
    ticketViews {
      key
      count
    }
  }
`);

const icons = {
  mine: IconUser,
  unassigned: IconUserQuestion,
  team: IconUsersGroup,
  open: IconInbox,
  pending: IconClock,
  onHold: IconPlayerPause,
  solved: IconCircleCheck,
  all: IconStack2,
};

export function TicketViews() {
  const { t, i18n } = useTranslation();
  const [{ data }, refetch] = useQuery({ query: TicketViewsQuery });
  useTicketChanges(() => refetch({ requestPolicy: 'network-only' }));
  const counts = new Map(data?.ticketViews?.map((view) => [view.key, view.count]));
  return (
    <section className={classes.section} aria-labelledby="nav-inbox">
      <h2 id="nav-inbox" className={classes.title}>
        {t('inbox.title')}
      </h2>
      {viewKeys.map((key) => {
        const ViewIcon = icons[key];
        const count = counts.get(key);
        return (
          <Link
            key={key}
            to="/inbox/$view"
            params={{ view: key }}
            search={{}}
            className={classes.link}
            activeOptions={{ includeSearch: false }}
          >
            <ViewIcon size={15} stroke={1.6} aria-hidden />
            {t(`view.${key}`)}
            {count !== undefined && <span className={classes.count}>{count.toLocaleString(i18n.language)}</span>}
          </Link>
        );
      })}
    </section>
  );
}
