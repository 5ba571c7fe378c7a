import { Button, Checkbox, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '@/generated/staff';
import type { ExistingRows } from '@/generated/staff/graphql';
import { notifyProblems } from '@/ui/states/notify';
import { useCheckImport } from '../mutations/useCheckImport';
import { useConfigureImport } from '../mutations/useConfigureImport';
import { ColumnRows } from './ColumnRows';
import { ImportDetailFragment } from './importDetail';
import { type Choices, mappedCount, mappingProblems, newField, startingChoices, toMappings } from './mapping';
import { PreviewTable } from './PreviewTable';

const ImportTargetsQuery = graphql(`
  query ImportTargets {
    importTargets {
      key
      label
      group
    }
  }
`);

const encodings = ['utf-8', 'windows-1252', 'iso-8859-1', 'windows-1251', 'utf-16'];
const existingRows: readonly ExistingRows[] = ['SKIP', 'UPDATE', 'REFUSE'];

interface Props {
  source: FragmentType<typeof ImportDetailFragment>;
  onChecking: () => void;
}

export function ColumnsStep({ source: masked, onChecking }: Props) {
  const { t, i18n } = useTranslation();
  const source = readFragment(ImportDetailFragment, masked);
  const [{ data }] = useQuery({ query: ImportTargetsQuery, requestPolicy: 'network-only' });
  const configure = useConfigureImport();
  const check = useCheckImport();
  const [choices, setChoices] = useState<Choices>(() => startingChoices(source.columns));
  const [existing, setExisting] = useState<ExistingRows>(source.existing);
  const [allowSuppressed, setAllowSuppressed] = useState(source.allowSuppressed);
  const problems = mappingProblems(choices);
  const mapped = mappedCount(choices);
  const importId = source.id;
  const delimiters = [',', ';', '\t', '|'].map((value) => ({
    value,
    label: t(`imports.delimiter.${value === ',' ? 'comma' : value === ';' ? 'semicolon' : value === '|' ? 'bar' : 'tab'}`),
  }));

  const reread = async (changed: { encoding?: string; delimiter?: string }) => {
    const outcome = await configure.run({ importId, ...changed });
    if (!outcome.ok) notifyProblems(outcome.problems);
  };
  const submit = async () => {
    const configured = await configure.run({ importId, existing, allowSuppressed, mappings: toMappings(choices) });
    if (!configured.ok) {
      notifyProblems(configured.problems);
      return;
    }
    const checked = await check.run({ importId });
    if (checked.ok) onChecking();
    else notifyProblems(checked.problems);
  };
  const fillRest = () =>
    setChoices(
      Object.fromEntries(
        source.columns.map((column) => {
          const choice = choices[column.index];
          return [column.index, !choice || choice.kind === 'ignore' ? newField(column) : choice];
        }),
      ),
    );

  return (
    <Stack gap="lg">
      <Group gap="sm" align="flex-end">
        <Select
          size="xs"
          w={170}
          label={t('imports.encoding')}
          allowDeselect={false}
          value={source.encoding.toLowerCase()}
          data={[...new Set([source.encoding.toLowerCase(), ...encodings])]}
          onChange={(encoding) => encoding && void reread({ encoding })}
        />
        <Select
          size="xs"
          w={170}
          label={t('imports.delimiterLabel')}
          allowDeselect={false}
          value={source.delimiter}
          data={delimiters.some((one) => one.value === source.delimiter) ? delimiters : [{ value: source.delimiter, label: source.delimiter }, ...delimiters]}
          onChange={(delimiter) => delimiter && void reread({ delimiter })}
        />
        <Text size="sm" c="var(--app-muted)">
          {t('imports.readRows', { count: source.totalRows, number: source.totalRows.toLocaleString(i18n.language) })}
        </Text>
      </Group>
      <PreviewTable columns={source.columns} rows={source.sampleRows} />
      <div>
        <Group justify="space-between" mb={8}>
          <div>
            <Text component="h2" fw={600} size="md">
              {t('imports.mapTitle')}
            </Text>
            <Text size="sm" c="var(--app-muted)">
              {t('imports.mapText')}
            </Text>
          </div>
          <Button variant="default" leftSection={<IconWand size={14} aria-hidden />} onClick={fillRest}>
            {t('imports.fillRest')}
          </Button>
        </Group>
        <ColumnRows
          columns={source.columns}
          targets={data?.importTargets ?? []}
          choices={choices}
          problems={problems}
          onChange={(column, choice) => setChoices({ ...choices, [column]: choice })}
        />
      </div>
      <Radio.Group label={t('imports.existing')} value={existing} onChange={(value) => setExisting(value as ExistingRows)}>
        <Stack gap={6} mt={6}>
          {existingRows.map((value) => (
            <Radio key={value} size="xs" value={value} label={t(`existing.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        size="xs"
        label={t('imports.allowSuppressed')}
        description={t('imports.allowSuppressedHint')}
        checked={allowSuppressed}
        onChange={(event) => setAllowSuppressed(event.currentTarget.checked)}
      />
      <Group>
        <Button
          size="sm"
          disabled={mapped === 0 || problems.size > 0}
          loading={configure.running || check.running}
          onClick={() => void submit()}
        >
          {t('imports.check')}
        </Button>
        <Text size="sm" c="var(--app-muted)" role="status">
          {t('imports.mapped', { count: mapped, total: source.columns.length })}
        </Text>
      </Group>
    </Stack>
  );
}
