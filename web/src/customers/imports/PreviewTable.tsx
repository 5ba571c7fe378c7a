import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './PreviewTable.module.css';

interface Props {
  columns: readonly { index: number; header: string }[];
  rows: readonly (readonly string[])[];
}

/** The first rows as they were read: wrong letters or one single column tell that the encoding or delimiter is wrong. */
export function PreviewTable({ columns, rows }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame} role="region" aria-label={t('imports.preview')} tabIndex={0}>
      <Table verticalSpacing={4} horizontalSpacing={10} withColumnBorders className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.index}>{column.header}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, 5).map((row, index) => (
            <Table.Tr key={index}>
              {columns.map((column) => (
                <Table.Td key={column.index}>{row[column.index] ?? ''}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
