import { Alert, Button, Group, Stack } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconAlertTriangle, IconArrowBackUp, IconDownload, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '@/generated/staff';
import { notifyProblems } from '@/ui/states/notify';
import { useCancelImport } from '../mutations/useCancelImport';
import { useUndoImport } from '../mutations/useUndoImport';
import { ImportDetailFragment } from './importDetail';
import { ImportProblems } from './ImportProblems';
import { ImportProgress } from './ImportProgress';
import classes from './ResultStep.module.css';

export function ResultStep({ source: masked }: { source: FragmentType<typeof ImportDetailFragment> }) {
  const { t, i18n } = useTranslation();
  const source = readFragment(ImportDetailFragment, masked);
  const cancel = useCancelImport();
  const undo = useUndoImport();
  const act = async (action: typeof undo | typeof cancel) => {
    const outcome = await action.run({ importId: source.id });
    if (!outcome.ok) notifyProblems(outcome.problems);
  };
  if (source.state === 'RUNNING' || source.state === 'UNDOING') {
    const running = source.state === 'RUNNING';
    return (
      <ImportProgress
        title={running ? t('imports.running') : t('imports.undoing')}
        processed={source.processedRows}
        total={source.totalRows}
        onCancel={running ? () => void act(cancel) : undefined}
      />
    );
  }
  const confirmUndo = () =>
    modals.openConfirmModal({
      title: t('imports.undoTitle'),
      children: t('imports.undoText', { count: source.createdRows + source.updatedRows }),
      labels: { confirm: t('imports.undo'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void act(undo),
    });
  const facts = [
    [t('imports.created'), source.createdRows],
    [t('imports.updated'), source.updatedRows],
    [t('imports.skipped'), source.skippedRows],
    [t('imports.refused'), source.refusedRows],
  ] as const;
  return (
    <Stack gap="lg">
      <div className={classes.title} role="status">
        {t(`importState.${source.state}`)}
      </div>
      {source.failure && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('imports.failed')}>
          {source.failure}
        </Alert>
      )}
      {source.state !== 'FAILED' && (
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value.toLocaleString(i18n.language)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Group gap="xs">
        {source.state === 'DONE' && (
          <Button
            renderRoot={(props) => <Link to="/customers" search={{ importId: source.id }} {...props} />}
            leftSection={<IconUsers size={14} aria-hidden />}
          >
            {t('imports.show')}
          </Button>
        )}
        {source.refusedRowsUrl && (
          <Button variant="default" component="a" href={source.refusedRowsUrl} download leftSection={<IconDownload size={14} aria-hidden />}>
            {t('imports.downloadRefused')}
          </Button>
        )}
        {source.canUndo && (
          <Button variant="default" loading={undo.running} leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={confirmUndo}>
            {t('imports.undo')}
          </Button>
        )}
        {(source.state === 'FAILED' || source.state === 'CANCELLED' || source.state === 'UNDONE') && (
          <Button component={Link} to="/customers/imports">
            {t('imports.another')}
          </Button>
        )}
      </Group>
      {source.problemCount > 0 && <ImportProblems importId={source.id} />}
    </Stack>
  );
}
