import { Button, Skeleton, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePages } from '@/ui/graphql/usePages';
import { LoadError } from '@/ui/states/LoadError';

const ImportProblemsQuery = graphql(`
  query ImportProblems($id: ID!, $first: Int!, $after: String) {
    import(id: $id) {
      id
      problems(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            row
            column
            value
            message
            code
          }
        }
      }
    }
  }
`);

export function ImportProblems({ importId }: { importId: string }) {
  const { t, i18n } = useTranslation();
  const pages = usePages({
    document: ImportProblemsQuery,
    variablesAt: (after) => ({ id: importId, first: 50, after }),
    // A problem has no id of its own; its cursor tells it apart.
    read: (data) =>
      data.import && {
        nodes: data.import.problems.edges.map(({ cursor, node }) => ({ id: cursor, ...node })),
        next: data.import.problems.pageInfo.hasNextPage ? (data.import.problems.pageInfo.endCursor ?? null) : null,
      },
  });
  if (pages.loading) return <Skeleton height={120} role="status" aria-label={t('common.loading')} />;
  if (pages.error && pages.rows.length === 0) return <LoadError failure={pages.error} onRetry={pages.refresh} compact />;
  return (
    <>
      <WideTable label={t('imports.problemList')} minWidth={560}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>{t('imports.row')}</Table.Th>
              <Table.Th w={160}>{t('imports.column')}</Table.Th>
              <Table.Th w={180}>{t('imports.value')}</Table.Th>
              <Table.Th>{t('imports.problemText')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.rows.map((problem) => (
              <Table.Tr key={problem.id}>
                <Table.Td className="number">{problem.row.toLocaleString(i18n.language)}</Table.Td>
                <Table.Td>{problem.column ?? '—'}</Table.Td>
                <Table.Td ff="monospace" fz="xs" style={{ overflowWrap: 'anywhere' }}>
                  {problem.value == null ? '—' : `“${problem.value}”`}
                </Table.Td>
                <Table.Td>{problem.message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {pages.hasMore && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
