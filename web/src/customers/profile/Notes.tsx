import { ActionIcon, Button, Group, Skeleton, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconNote, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/access/session';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { usePages } from '@/ui/graphql/usePages';
import { EmptyState } from '@/ui/states/EmptyState';
import { sayProblem } from '@/ui/states/failure';
import { LoadError } from '@/ui/states/LoadError';
import { notifyProblems } from '@/ui/states/notify';
import { Time } from '@/ui/time/Time';
import { useAddCustomerNote } from '../mutations/useAddCustomerNote';
import { useDeleteCustomerNote } from '../mutations/useDeleteCustomerNote';
import classes from './Notes.module.css';

const NoteItemFragment = graphql(`
  fragment NoteItem on CustomerNote {
    id
    body
    createdAt
    author {
      id
      name
    }
  }
`);

const NotesQuery = graphql(`
  query CustomerNotes($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      notes(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...NoteItem
        }
      }
    }
  }
`);

export function Notes({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const add = useAddCustomerNote();
  const [body, setBody] = useState('');
  const [error, setError] = useState<string | null>(null);
  const pages = usePages({
    document: NotesQuery,
    variablesAt: (after) => ({ id: customerId, first: 30, after }),
    read: ({ customer }) =>
      customer?.notes && {
        nodes: customer.notes.nodes,
        next: customer.notes.pageInfo.hasNextPage ? (customer.notes.pageInfo.endCursor ?? null) : null,
      },
  });
  const write = can('customers.note.write');
  const submit = async () => {
    const outcome = await add.run({ customerId, body: body.trim() });
    setError(outcome.ok ? null : outcome.problems.map(sayProblem).join(' '));
    if (outcome.ok) setBody('');
    pages.refresh();
  };
  return (
    <div className={classes.notes}>
      {write && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (body.trim() !== '') void submit();
          }}
        >
          <Textarea
            autosize
            minRows={2}
            aria-label={t('customer.newNote')}
            placeholder={t('customer.newNote')}
            value={body}
            error={error}
            onChange={(event) => setBody(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && body.trim() !== '') void submit();
            }}
          />
          <Group justify="flex-end" mt={6}>
            <Button type="submit" disabled={body.trim() === ''} loading={add.running}>
              {t('composer.addNote')}
            </Button>
          </Group>
        </form>
      )}
      {pages.loading ? (
        <Skeleton height={120} role="status" aria-label={t('common.loading')} />
      ) : pages.error && pages.rows.length === 0 ? (
        <LoadError failure={pages.error} onRetry={pages.refresh} />
      ) : pages.rows.length === 0 ? (
        <EmptyState compact icon={IconNote} title={t('customer.notesEmpty')} />
      ) : (
        <ul className={classes.list}>
          {pages.rows.map((note) => (
            <NoteItem key={note.id} note={note} onDeleted={write ? pages.refresh : undefined} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <Button variant="default" loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}

function NoteItem({ note: masked, onDeleted }: { note: FragmentType<typeof NoteItemFragment>; onDeleted?: () => void }) {
  const { t } = useTranslation();
  const note = readFragment(NoteItemFragment, masked);
  const remove = useDeleteCustomerNote();
  const confirm = () =>
    modals.openConfirmModal({
      title: t('customer.deleteNote'),
      children: t('customer.deleteNoteText'),
      labels: { confirm: t('common.delete'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void remove.run({ noteId: note.id }).then((outcome) => {
          if (!outcome.ok) notifyProblems(outcome.problems);
          onDeleted?.();
        }),
    });
  return (
    <li className={classes.note}>
      <header className={classes.head}>
        <strong>{note.author?.name ?? t('customer.unknownAuthor')}</strong>
        <Time at={note.createdAt} className={classes.time} />
        {onDeleted && (
          <ActionIcon size="sm" ml="auto" aria-label={t('customer.deleteNote')} onClick={confirm}>
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        )}
      </header>
      <div className={classes.body}>{note.body}</div>
    </li>
  );
}
