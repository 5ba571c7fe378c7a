import { Group, Select, Table, Text, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CustomFieldType } from '@/generated/staff/graphql';
import { WideTable } from '@/ui/controls/WideTable';
import { type Choice, type Choices, type MappingProblem, newField, type ReadColumn } from './mapping';

const types: readonly CustomFieldType[] = ['TEXT', 'NUMBER', 'DATE', 'BOOLEAN', 'CHOICE'];
const ignore = '·ignore';
const makeNew = '·new';

interface Props {
  columns: readonly (ReadColumn & { samples: readonly string[]; filledShare: number })[];
  targets: readonly { key: string; label: string; group: string }[];
  choices: Choices;
  problems: ReadonlyMap<number, MappingProblem>;
  onChange: (column: number, choice: Choice) => void;
}

/** The server names its targets in English; those we know are said in the reader's language. */
function sayTarget(t: TFunction, key: string, label: string): string {
  return t(`importTarget.${key.replace('.', '-')}` as 'importTarget.name', { defaultValue: label });
}

function groupTargets(t: TFunction, targets: Props['targets']) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { key, label, group } of targets) {
    const items = groups.get(group) ?? [];
    items.push({ value: key, label: sayTarget(t, key, label) });
    groups.set(group, items);
  }
  return [...groups].map(([group, items]) => ({
    group: t(`importGroup.${group}` as 'importGroup.Customer', { defaultValue: group }),
    items,
  }));
}

export function ColumnRows({ columns, targets, choices, problems, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const groups = groupTargets(t, targets);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <WideTable label={t('imports.mapTitle')} minWidth={620}>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="22%">{t('imports.column')}</Table.Th>
            <Table.Th w="26%">{t('imports.samples')}</Table.Th>
            <Table.Th>{t('imports.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => {
            const choice = choices[column.index] ?? { kind: 'ignore' };
            const problem = problems.get(column.index);
            const value = choice.kind === 'target' ? choice.target : choice.kind === 'new' ? makeNew : ignore;
            const known = targets.some((target) => target.key === value);
            return (
              <Table.Tr key={column.index}>
                <Table.Td>
                  <Text size="sm" fw={500} truncate>
                    {column.header}
                  </Text>
                  <Text size="xs" c="var(--app-muted)">
                    {t('imports.filled', { share: percent.format(column.filledShare) })}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="xs" c="var(--app-muted)" lineClamp={2}>
                    {column.samples.filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Group gap={6} wrap="nowrap" align="flex-start">
                    <Select
                      size="xs"
                      flex={1}
                      searchable
                      allowDeselect={false}
                      aria-label={t('imports.targetOf', { column: column.header })}
                      error={problem === 'twice' ? t('imports.problem.twice') : null}
                      value={value}
                      data={[
                        { value: ignore, label: t('imports.ignore') },
                        { value: makeNew, label: t('imports.newField') },
                        ...(choice.kind === 'target' && !known ? [{ value, label: value.replace(/^custom:/, '') }] : []),
                        ...groups,
                      ]}
                      onChange={(next) =>
                        onChange(
                          column.index,
                          next === makeNew ? newField(column) : next === ignore || next === null ? { kind: 'ignore' } : { kind: 'target', target: next },
                        )
                      }
                    />
                    {choice.kind === 'new' && (
                      <>
                        <TextInput
                          size="xs"
                          flex={1}
                          aria-label={t('imports.newFieldOf', { column: column.header })}
                          value={choice.label}
                          error={problem === 'nameless' || problem === 'sameName' ? t(`imports.problem.${problem}`) : null}
                          onChange={(event) => onChange(column.index, { ...choice, label: event.currentTarget.value })}
                        />
                        <Select
                          size="xs"
                          w={104}
                          allowDeselect={false}
                          aria-label={t('imports.typeOf', { column: column.header })}
                          value={choice.type}
                          data={types.map((type) => ({ value: type, label: t(`fieldType.${type}`) }))}
                          onChange={(type) => type && onChange(column.index, { ...choice, type: type as CustomFieldType })}
                        />
                      </>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
