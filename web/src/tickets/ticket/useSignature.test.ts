import { expect, test } from 'vitest';
import { fillSignature } from './useSignature';

test('fills in what is known and leaves out lines that stay empty by that', () => {
  const signature = 'Kind regards\n\n{{name}}\n{{jobTitle}}\n{{ phone }}';
  expect(fillSignature({ name: 'Ada', signature, phone: '+49 30 1' })).toBe('Kind regards\n\nAda\n+49 30 1');
});

test('is empty where there is none, and touches nothing else in braces', () => {
  expect(fillSignature({ name: 'Ada' })).toBe('');
  expect(fillSignature({ name: 'Ada', signature: '{{customer}} {{name}}' })).toBe('{{customer}} Ada');
});
