import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './webauthn';

test.each([[[]], [[0]], [[255, 254]], [[251, 255, 191, 62, 63]], [Array.from({ length: 256 }, (_, i) => i)]])('bytes survive base64url: %j', (bytes) => {
  const text = toBase64Url(Uint8Array.from(bytes).buffer);
  expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
  expect([...new Uint8Array(fromBase64Url(text))]).toEqual(bytes);
});
