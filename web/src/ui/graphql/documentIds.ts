import { type DocumentNode, Kind } from 'graphql';
import { type Exchange, makeOperation, mapExchange, type Operation } from 'urql';

function withDocument(operation: Operation, query: DocumentNode) {
  return makeOperation(operation.kind, { key: operation.key, query, variables: operation.variables, extensions: operation.extensions }, operation.context);
}

/**
 * Sends the hash of a document in place of its text: the server knows the documents of these pages. Stands behind the
 * cache, which needs the text; so each result gets its document back.
 */
export function documentIds(): Exchange {
  const texts = new Map<number, DocumentNode>();
  return mapExchange({
    onOperation: (operation) => {
      const document = operation.query as DocumentNode & { __meta__?: { hash?: string } };
      const hash = document.__meta__?.hash;
      if (operation.kind === 'teardown') texts.delete(operation.key);
      if (operation.kind === 'teardown' || !hash) return operation;
      texts.set(operation.key, document);
      return withDocument(operation, { kind: Kind.DOCUMENT, definitions: [], documentId: `sha256:${hash}` } as DocumentNode);
    },
    onResult: (result) => {
      const text = texts.get(result.operation.key);
      return text ? { ...result, operation: withDocument(result.operation, text) } : result;
    },
  });
}
