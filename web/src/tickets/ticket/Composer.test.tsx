import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { graphql as mock, http, HttpResponse } from 'msw';
import { type ComponentProps, useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { SignedIn } from '@/testing/Console';
import { server } from '@/testing/server';
import { Composer, type Sending } from './Composer';
import { readDraft } from './drafts';
import { useConflictGuard } from './useConflictGuard';

const me = {
  id: 'u1', name: 'Ada', email: 'ada@example.com', language: 'en', timeZone: 'UTC', roles: ['Agent'], teams: [],
  permissions: ['tickets.ticket.reply', 'tickets.ticket.note', 'tickets.ticket.solve'],
};
const ticket = { id: 't1', status: 'OPEN', customerName: 'Zoë' } as unknown as ComponentProps<typeof Composer>['ticket'];

function Desk() {
  const [sending, setSending] = useState<Sending | null>(null);
  const { guard, dialog } = useConflictGuard({ id: 't1', version: 7, since: '2026-01-01T00:00:00Z' }, () => undefined);
  return (
    <>
      <Composer ticket={ticket} compose={null} guard={guard} onSending={setSending} onSent={() => undefined} />
      <p>{sending ? `sending ${sending.body}` : 'nothing is sent'}</p>
      {dialog}
    </>
  );
}

const replied = (payload: object) =>
  HttpResponse.json<{ data: object }>({ data: { replyToTicket: { __typename: 'ReplyToTicketPayload', ticket: null, message: null, errors: [], ...payload } } });
const conflict = {
  errors: [{ __typename: 'ConflictError', code: 'CONFLICT', message: 'Somebody else changed this first.', path: null, currentVersion: 9 }],
};

beforeEach(() => {
  server.use(
    http.get('/auth/me', () => HttpResponse.json(me)),
    mock.query('ConflictHistory', () =>
      HttpResponse.json({ data: { ticket: { __typename: 'Ticket', id: 't1', history: { __typename: 'HistoryConnection', nodes: [] } } } }),
    ),
  );
});

async function write(text: string) {
  render(<SignedIn><Desk /></SignedIn>);
  const box = await screen.findByRole('textbox', { name: 'Public reply' });
  await userEvent.type(box, text);
  return box;
}

describe('what somebody writes', () => {
  test('is gone from the box and the store once it was sent', async () => {
    server.use(mock.mutation('ReplyToTicket', () => replied({ message: { __typename: 'Message', id: 'm1' } })));
    const box = await write('On its way.');
    expect(readDraft('t1').body).toBe('On its way.');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText('nothing is sent');
    expect(box).toHaveValue('');
    expect(readDraft('t1').body).toBe('');
  });

  test('is back in the box when the server fails, and told why', async () => {
    server.use(mock.mutation('ReplyToTicket', () => HttpResponse.json({ data: null, errors: [{ message: 'x', extensions: { code: 'INTERNAL', traceId: 'abc' } }] })));
    const box = await write('On its way.');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/Something went wrong on the server\..*abc/)).toBeVisible();
    expect(box).toHaveValue('On its way.');
    expect(readDraft('t1').body).toBe('On its way.');
  });

  test('does not call back who has left the box meanwhile', async () => {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    server.use(
      mock.mutation('ReplyToTicket', async () => {
        await arrived;
        return replied({ message: { __typename: 'Message', id: 'm1' } });
      }),
    );
    const box = await write('On its way.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('sending On its way.');
    await userEvent.keyboard('{Escape}');
    arrive();
    await screen.findByText('nothing is sent');
    expect(box).not.toHaveFocus();
  });

  test('waits for whoever comes back to the ticket', async () => {
    localStorage.setItem('servicecrm.draft.t1', JSON.stringify({ mode: 'NOTE', body: 'Ask the boss' }));
    render(<SignedIn><Desk /></SignedIn>);
    expect(await screen.findByRole('textbox', { name: 'Internal note' })).toHaveValue('Ask the boss');
  });
});

describe('when somebody else was faster', () => {
  test('the answer is made again on the newest version, if that is wanted', async () => {
    const versions: unknown[] = [];
    server.use(
      mock.mutation('ReplyToTicket', ({ variables }) => {
        versions.push((variables.input as { expectedVersion?: number }).expectedVersion);
        return replied(versions.length === 1 ? conflict : { message: { __typename: 'Message', id: 'm1' } });
      }),
    );
    await write('Solved by restart.');
    await userEvent.click(screen.getByRole('button', { name: 'Send and set status' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Send and solve' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Reload and make my change' }));
    await screen.findByText('nothing is sent');
    expect(versions).toEqual([7, 9]);
  });

  test('and the answer is let be, its text stays', async () => {
    server.use(mock.mutation('ReplyToTicket', () => replied(conflict)));
    const box = await write('Solved by restart.');
    await userEvent.click(screen.getByRole('button', { name: 'Send and set status' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Send and solve' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Leave it as it is' }));
    await screen.findByText('nothing is sent');
    expect(box).toHaveValue('Solved by restart.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
