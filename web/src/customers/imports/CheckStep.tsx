import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '@/generated/staff';
import { notifyProblems } from '@/ui/states/notify';
import { useCancelImport } from '../mutations/useCancelImport';
import { useRunImport } from '../mutations/useRunImport';
import { ImportDetailFragment } from './importDetail';
import { ImportProgress } from './ImportProgress';
import { ImportProblems } from './ImportProblems';

interface Props {
  source: FragmentType<typeof ImportDetailFragment>;
  onBack: () => void;
}

/** The dry run: nothing has been changed yet, and everything that would go wrong is listed. */
export function CheckStep({ source: masked, onBack }: Props) {
  const { t, i18n } = useTranslation();
  const source = readFragment(ImportDetailFragment, masked);
  const run = useRunImport();
  const cancel = useCancelImport();
  const importId = source.id;
  const act = async (action: typeof run | typeof cancel) => {
    const outcome = await action.run({ importId });
    if (!outcome.ok) notifyProblems(outcome.problems);
  };
  if (source.state === 'CHECKING') {
    return (
      <ImportProgress
        title={t('imports.checking')}
        processed={source.processedRows}
        total={source.totalRows}
        onCancel={() => void act(cancel)}
      />
    );
  }
  const clean = source.problemCount === 0;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <Stack gap="md">
      <Alert
        color={clean ? 'pine' : 'yellow'}
        variant="light"
        icon={clean ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        title={
          clean
            ? t('imports.clean', { count: source.totalRows, number: number(source.totalRows) })
            : t('imports.problems', { count: source.problemCount, number: number(source.problemCount) })
        }
      >
        <Text size="sm">{clean ? t('imports.cleanText') : t('imports.problemsText')}</Text>
      </Alert>
      {!clean && <ImportProblems importId={importId} />}
      <Group gap="xs">
        <Button size="sm" loading={run.running} onClick={() => void act(run)}>
          {t('imports.run', { count: source.totalRows, number: number(source.totalRows) })}
        </Button>
        <Button size="sm" variant="default" onClick={onBack}>
          {t('imports.changeColumns')}
        </Button>
        <Button size="sm" variant="subtle" color="gray" loading={cancel.running} onClick={() => void act(cancel)}>
          {t('imports.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
