import type { DocumentNode } from 'graphql';
import { type Exchange, makeOperation, mapExchange } from 'urql';

/**
 * Names each document by its hash, so that its text is not sent: the server knows the documents of these pages. The text
 * stays in the operation for the cache.
 */
export function documentIds(): Exchange {
  return mapExchange({
    onOperation: (operation) => {
      const { __meta__: meta } = operation.query as DocumentNode & { __meta__?: { hash?: string } };
      if (operation.kind === 'teardown' || !meta?.hash) return operation;
      const persistedQuery = { version: 1 as const, sha256Hash: meta.hash };
      return makeOperation(operation.kind, { ...operation, extensions: { ...operation.extensions, persistedQuery } }, operation.context);
    },
  });
}
