import { createClient as createSocket } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { preflight } from '../http/http';
import { normalisedCache } from './cache';
import { documentIds } from './documentIds';
import { problemsOfFailure } from './problems';

export interface ClientEvents {
  /** The session ended elsewhere: signed out in another tab, expired, or deactivated. */
  onSignedOut: () => void;
  /** A role of the person has come to ask for a second factor. */
  onSecondFactorNeeded: () => void;
  /** The live connection came back after a break: whatever happened meanwhile has to be fetched. */
  onReconnected: () => void;
}

function openSocket(events: ClientEvents) {
  let wasOpen = false;
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return createSocket({
    url: `${scheme}://${window.location.host}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    // A closed connection; anything else is a mistake of ours that would only repeat itself.
    shouldRetry: (reason) => typeof reason === 'object' && reason !== null && 'code' in reason,
    keepAlive: 30_000,
    on: {
      connected: () => {
        if (wasOpen) events.onReconnected();
        wasOpen = true;
      },
    },
  });
}

export interface Connection {
  client: Client;
  close: () => void;
}

export function connect(events: ClientEvents): Connection {
  const socket = openSocket(events);
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: preflight },
    exchanges: [
      mapExchange({
        onError: (error) => {
          const codes = problemsOfFailure(error).map((problem) => problem.code);
          if (codes.includes('NOT_SIGNED_IN')) events.onSignedOut();
          if (codes.includes('SECOND_FACTOR_NEEDED')) events.onSecondFactorNeeded();
        },
      }),
      normalisedCache(),
      // While developing, documents may be newer than the server.
      ...(import.meta.env.DEV ? [] : [documentIds()]),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ ...request, query: request.query ?? '', variables: request.variables ?? {} }, sink),
          }),
        }),
      }),
    ],
  });
  return { client, close: () => void socket.dispose() };
}
