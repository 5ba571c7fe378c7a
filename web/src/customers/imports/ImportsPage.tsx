import { Button, Skeleton, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import { WideTable } from '@/ui/controls/WideTable';
import { usePages } from '@/ui/graphql/usePages';
import { PageFrame } from '@/ui/shell/PageFrame';
import { LoadError } from '@/ui/states/LoadError';
import { Time } from '@/ui/time/Time';
import { ImportUpload } from './ImportUpload';
import classes from './ImportsPage.module.css';

const ImportRowFragment = graphql(`
  fragment ImportRow on Import {
    id
    fileName
    state
    createdAt
    totalRows
    createdRows
    updatedRows
    refusedRows
    createdBy {
      id
      name
    }
  }
`);

const ImportsQuery = graphql(`
  query Imports($first: Int!, $after: String) {
    imports(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...ImportRow
      }
    }
  }
`);

export function ImportsPage() {
  const { t } = useTranslation();
  const pages = usePages({
    document: ImportsQuery,
    variablesAt: (after) => ({ first: 30, after }),
    read: ({ imports }) => imports && {
      nodes: imports.nodes,
      next: imports.pageInfo.hasNextPage ? (imports.pageInfo.endCursor ?? null) : null,
    },
  });
  return (
    <PageFrame title={t('imports.title')}>
      <div className={classes.body}>
        <ImportUpload />
        {pages.loading ? (
          <Skeleton height={160} role="status" aria-label={t('common.loading')} />
        ) : pages.error && pages.rows.length === 0 ? (
          <LoadError failure={pages.error} onRetry={pages.refresh} />
        ) : (
          pages.rows.length > 0 && (
            <WideTable label={t('imports.all')} minWidth={560}>
              <Table verticalSpacing={8}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('imports.file')}</Table.Th>
                    <Table.Th>{t('field.status')}</Table.Th>
                    <Table.Th ta="right">{t('imports.rows')}</Table.Th>
                    <Table.Th ta="right">{t('imports.refused')}</Table.Th>
                    <Table.Th>{t('imports.by')}</Table.Th>
                    <Table.Th>{t('field.createdAt')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {pages.rows.map((row) => (
                    <ImportRow key={row.id} row={row} />
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
          )
        )}
        {pages.hasMore && (
          <Button variant="default" loading={pages.loadingMore} onClick={pages.loadMore}>
            {t('common.more')}
          </Button>
        )}
      </div>
    </PageFrame>
  );
}

function ImportRow({ row: masked }: { row: FragmentType<typeof ImportRowFragment> }) {
  const { t, i18n } = useTranslation();
  const row = readFragment(ImportRowFragment, masked);
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/customers/imports/$importId" params={{ importId: row.id }} className={classes.link}>
          {row.fileName}
        </Link>
      </Table.Td>
      <Table.Td>{t(`importState.${row.state}`)}</Table.Td>
      <Table.Td ta="right" className="number">
        {number(row.totalRows)}
      </Table.Td>
      <Table.Td ta="right" className="number">
        {number(row.refusedRows)}
      </Table.Td>
      <Table.Td>{row.createdBy?.name ?? '—'}</Table.Td>
      <Table.Td>
        <Time at={row.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}
