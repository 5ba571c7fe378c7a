import { act, renderHook } from '@testing-library/react';
import { graphql as mock, HttpResponse } from 'msw';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { expect, test } from 'vitest';
import { useCreateCustomer } from '@/customers/mutations/useCreateCustomer';
import { newClient } from '@/testing/Console';
import { server } from '@/testing/server';
import { splitByField } from './problems';

function action() {
  const client = newClient();
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  return renderHook(() => useCreateCustomer(), { wrapper }).result;
}

const input = { kind: 'PERSON', allowDuplicate: false } as const;

function answer(payload: object) {
  return HttpResponse.json<{ data: object }>({ data: { createCustomer: { __typename: 'CreateCustomerPayload', customer: null, errors: [], ...payload } } });
}

test('errors of the payload go to the fields they name, the others elsewhere', async () => {
  server.use(
    mock.mutation('CreateCustomer', () =>
      answer({
        errors: [
          { __typename: 'InputError', code: 'INVALID', message: 'This is no address.', path: ['input', 'emails', '0', 'address'] },
          { __typename: 'InputError', code: 'INVALID', message: 'Too long.', path: ['input', 'givenName'] },
          { __typename: 'RuleError', code: 'RULE', message: 'Not on a Sunday.', path: null },
        ],
      }),
    ),
  );
  const hook = action();
  const outcome = await act(() => hook.current.run(input));
  if (outcome.ok) throw new Error('it must be refused');
  expect(splitByField(outcome.problems, ['givenName', 'emails'])).toEqual({
    atFields: { emails: 'This is no address.', givenName: 'Too long.' },
    elsewhere: [{ code: 'RULE', message: 'Not on a Sunday.', field: null, traceId: null, currentVersion: null }],
  });
});

test('a lost answer is asked for again under the same key, so that the work is done once', async () => {
  const keys: (string | null)[] = [];
  server.use(
    mock.mutation('CreateCustomer', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? new HttpResponse(null, { status: 503 }) : answer({ customer: { __typename: 'Customer', id: 'c1' } });
    }),
  );
  const hook = action();
  const outcome = await act(() => hook.current.run(input));
  expect(outcome.ok).toBe(true);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('what fails on the server brings its trace id along and is not repeated', async () => {
  let asked = 0;
  server.use(
    mock.mutation('CreateCustomer', () => {
      asked += 1;
      return HttpResponse.json({ data: null, errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL', traceId: '4bf92f35' } }] });
    }),
  );
  const hook = action();
  const outcome = await act(() => hook.current.run(input));
  expect(outcome).toEqual({
    ok: false,
    problems: [{ code: 'INTERNAL', message: 'Unexpected error.', field: null, traceId: '4bf92f35', currentVersion: null }],
  });
  expect(asked).toBe(1);
});
