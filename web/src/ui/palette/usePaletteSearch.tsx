import { IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useCan } from '@/access/session';
import { graphql } from '@/generated/staff';
import { StatusMark } from '@/tickets/controls/StatusMark';
import type { Command } from './usePaletteCommands';

const PaletteSearchQuery = graphql(`
  query PaletteSearch($search: String!, $tickets: Boolean!, $customers: Boolean!) {
    tickets(search: $search, first: 6) @include(if: $tickets) {
      nodes {
        id
        number
        subject
        status
        customerName
      }
    }
    customers(search: $search, first: 6) @include(if: $customers) {
      nodes {
        id
        displayName
        primaryEmail
      }
    }
  }
`);

const PaletteNumberQuery = graphql(`
  query PaletteNumber($number: Long!) {
    ticketByNumber(number: $number) {
      id
      number
      subject
      status
      customerName
    }
  }
`);

export function usePaletteSearch(search: string): { tickets: Command[]; customers: Command[]; searching: boolean } {
  const can = useCan();
  const navigate = useNavigate();
  const number = /^#?(\d{1,15})$/.exec(search)?.[1];
  const tickets = can('tickets.ticket.read');
  const [found] = useQuery({
    query: PaletteSearchQuery,
    variables: { search, tickets, customers: can('customers.customer.read') },
    pause: search.length < 2,
  });
  const [numbered] = useQuery({ query: PaletteNumberQuery, variables: { number: Number(number ?? 0) }, pause: !number || !tickets });
  if (search === '') return { tickets: [], customers: [], searching: false };

  const exact = number && !numbered.fetching ? numbered.data?.ticketByNumber : null;
  // While an answer is on its way there is still that of the words before: Enter must never open one of those.
  const answer = search.length < 2 || found.fetching ? undefined : found.data;
  const texts = (answer?.tickets?.nodes ?? []).filter((one) => one.id !== exact?.id);
  return {
    searching: found.fetching || numbered.fetching,
    tickets: [...(exact ? [exact] : []), ...texts].map((ticket) => ({
      id: ticket.id,
      label: `#${ticket.number} ${ticket.subject}`,
      description: ticket.customerName,
      icon: <StatusMark status={ticket.status} iconOnly />,
      run: () => void navigate({ to: '/tickets/$ticketRef', params: { ticketRef: String(ticket.number) } }),
    })),
    customers: (answer?.customers?.nodes ?? []).map((customer) => ({
      id: customer.id,
      label: customer.displayName,
      description: customer.primaryEmail ?? undefined,
      icon: <IconUser size={17} stroke={1.6} aria-hidden />,
      run: () => void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } }),
    })),
  };
}
