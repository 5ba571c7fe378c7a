import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { DateTime: 'string', Date: 'string', Long: 'number', JSON: 'unknown' };
const shared = { scalars, useTypeImports: true, enumsAsTypes: true, defaultScalarType: 'unknown', strictScalars: true };

const config: CodegenConfig = {
  generates: {
    './src/generated/staff/': {
      schema: './schema.graphql',
      documents: ['src/**/*.{ts,tsx}', '!src/portal/**', '!src/generated/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: shared,
    },
    './src/generated/portal/': {
      schema: './portal.graphql',
      documents: ['src/portal/**/*.{ts,tsx}'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      // Plain strings: the portal bundle carries no GraphQL library at all.
      config: { ...shared, documentMode: 'string' },
    },
  },
};

export default config;
