import { type Cache, type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache';

/** Values without an identity of their own: they live inside the object that holds them. */
const embedded = [
  'AccessExplanation', 'Address', 'Authenticator', 'Availability', 'CustomerEmail', 'CustomerPhone', 'CustomValue', 'ExplainedPermission', 'GroupRole', 'HistoryChange',
  'IdentityProvider', 'ImportColumn', 'ImportProblem', 'Money', 'OpenWork', 'PortalAccess', 'PrivacyModuleReport', 'PrivacyReportLine', 'ProviderTest', 'SecondFactors', 'ServiceAccount',
  'SignInSettings', 'TicketChange', 'WorkingTime',
];

function readTicket(cache: Cache, id: string, field: string) {
  return cache.resolve({ __typename: 'Ticket', id }, field) as string | number | string[] | null;
}

const options: CacheExchangeOpts = {
  keys: {
    ...Object.fromEntries(embedded.map((name) => [name, () => null])),
    TicketView: (view) => String(view.key),
    ImportTarget: (target) => String(target.key),
    Role: (role) => String(role.name),
  },
  // Only what the server cannot see differently is shown before it answers.
  optimistic: {
    followTicket: (args) => {
      const input = args.input as { ticketId: string; follow: boolean };
      return {
        __typename: 'FollowTicketPayload',
        errors: [],
        ticket: { __typename: 'Ticket', id: input.ticketId, viewerFollows: input.follow },
      };
    },
    updateTicket: (args, cache) => {
      const input = args.input as { ticketId: string } & Record<string, string | string[] | null>;
      const after = (field: string) => (field in input ? input[field] : readTicket(cache, input.ticketId, field)) ?? null;
      const ticket: Record<string, string | number | string[] | null> = { __typename: 'Ticket', id: input.ticketId };
      for (const field of ['subject', 'priority', 'type', 'tags', 'dueAt']) ticket[field] = after(field);
      for (const field of ['version', 'updatedAt']) ticket[field] = readTicket(cache, input.ticketId, field);
      return { __typename: 'UpdateTicketPayload', errors: [], ticket };
    },
  },
  updates: {
    Mutation: {
      deleteCustomer: (result, _args, cache) => {
        const id = (result.deleteCustomer as { deletedCustomerId?: string | null } | null)?.deletedCustomerId;
        if (id) cache.invalidate({ __typename: 'Customer', id });
      },
      requestCustomerExport: (_result, _args, cache) => cache.invalidate('Query', 'privacyRequests'),
      requestCustomerErasure: (_result, _args, cache) => cache.invalidate('Query', 'privacyRequests'),
      createCustomField: (_result, _args, cache) => cache.invalidate('Query', 'customFields'),
      updateCustomField: (_result, _args, cache) => cache.invalidate('Query', 'customFields'),
      createTeam: (_result, _args, cache) => cache.invalidate('Query', 'teams'),
      createAccessToken: (_result, _args, cache) => cache.invalidate('Query', 'accessTokens'),
    },
  },
};

export function normalisedCache() {
  return cacheExchange(options);
}
