import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

// The server knows these documents by their hash; the pages send the hash alone.
const persistedDocuments = { mode: 'embedHashInDocument', hashAlgorithm: 'sha256', hashPropertyName: 'hash' } as const;

const scalars = { DateTime: 'string', Date: 'string', Long: 'number', JSON: 'unknown' };
const shared = { scalars, useTypeImports: true, enumsAsTypes: true, defaultScalarType: 'unknown', strictScalars: true };

const config: CodegenConfig = {
  generates: {
    './src/generated/staff/': {
      schema: './schema.graphql',
      documents: ['src/**/*.{ts,tsx}', '!src/portal/**', '!src/generated/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' }, persistedDocuments },
      // What the cache would add at run time must be in the document that was hashed.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: shared,
    },
    './src/generated/portal/': {
      schema: './portal.graphql',
      documents: ['src/portal/**/*.{ts,tsx}'],
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments },
      // Plain strings: the portal bundle carries no GraphQL library at all.
      config: { ...shared, documentMode: 'string' },
    },
  },
};

export default config;
