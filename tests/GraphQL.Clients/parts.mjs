// Answers in parts (@defer and @stream), on a server with GraphQL:IncrementalDelivery. urql 5 knows @defer only: it puts streamed items beside their list.
import { ApolloClient, HttpLink, InMemoryCache, NetworkStatus, gql } from '@apollo/client';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { createClient as createStream } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import { assert, check, finish, whenDone } from './shared/checks.mjs';
import { bearer, openTicket, socketUrl, url } from './shared/server.mjs';
import { socketClass } from './shared/socket.mjs';

const ticket = await openTicket('In parts');
const deferred = 'query Ticket($id: ID!) { ticket(id: $id) { id number ... on Ticket @defer(label: "more") { subject customer { displayName } } } }';
const streamed = 'query Views { ticketViews @stream(initialCount: 2) { key } }';
const variables = { id: ticket.id };

/** All results of an observable or stream of them. */
const all = (subscribe) => new Promise((resolve, reject) => {
  const results = [];
  subscribe({ next: (result) => results.push(result), error: reject, complete: () => resolve(results) });
});

await check('Apollo Client shows the first part before the rest', async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: url, headers: bearer() }), cache: new InMemoryCache(), incrementalHandler: new GraphQL17Alpha9Handler() });
  whenDone(() => client.stop());
  const seen = [];
  await new Promise((resolve, reject) => {
    client.watchQuery({ query: gql(deferred), variables }).subscribe({
      next: (result) => {
        if (result.data?.ticket) seen.push(result.data.ticket.subject);
        if (result.dataState === 'complete') resolve();
      },
      error: reject,
    });
  });
  assert.deepEqual(seen, [undefined, 'In parts']);
});

await check('Apollo Client adds streamed items to the first', async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: url, headers: bearer() }), cache: new InMemoryCache(), incrementalHandler: new GraphQL17Alpha9Handler() });
  whenDone(() => client.stop());
  const keys = await new Promise((resolve, reject) => {
    client.watchQuery({ query: gql(streamed), fetchPolicy: 'no-cache' }).subscribe({
      next: (result) => result.networkStatus === NetworkStatus.ready && resolve(result.data.ticketViews.map((view) => view.key)),
      error: reject,
    });
  });
  assert.ok(keys.length > 2);
  assert.equal(new Set(keys).size, keys.length);
});

await check('urql merges deferred fields', async () => {
  const client = new Client({ url, preferGetMethod: false, fetchOptions: { headers: bearer() }, exchanges: [cacheExchange, fetchExchange] });
  const results = [];
  await new Promise((resolve) => {
    client.query(deferred, variables).subscribe((result) => {
      results.push({ subject: result.data?.ticket?.subject, hasNext: result.hasNext });
      if (!result.hasNext) resolve();
    });
  });
  assert.deepEqual(results.at(0), { subject: undefined, hasNext: true });
  assert.deepEqual(results.at(-1), { subject: 'In parts', hasNext: false });
});

await check('graphql-sse gets each part as an event', async () => {
  const client = createStream({ url, headers: bearer() });
  whenDone(() => client.dispose());
  const results = await all((sink) => client.subscribe({ query: deferred, variables }, sink));
  assert.deepEqual(results.map((result) => result.hasNext), [true, false]);
  assert.equal(results[1].incremental[0].data.subject, 'In parts');
});

await check('graphql-ws gets each part as a message', async () => {
  const client = createSocket({ url: socketUrl, webSocketImpl: socketClass(), retryAttempts: 0 });
  whenDone(() => client.dispose());
  const results = await all((sink) => client.subscribe({ query: streamed }, sink));
  assert.deepEqual(results.map((result) => result.hasNext), [true, false]);
  assert.equal(results[0].data.ticketViews.length, 2);
  assert.ok(results[1].incremental[0].items.length > 0);
});

finish();
