import { Button, Skeleton, Stepper } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconFileOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery, useSubscription } from 'urql';
import { graphql, readFragment } from '@/generated/staff';
import { PageFrame } from '@/ui/shell/PageFrame';
import { EmptyState } from '@/ui/states/EmptyState';
import { LoadError } from '@/ui/states/LoadError';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { ImportDetailFragment } from './importDetail';
import classes from './ImportsPage.module.css';
import { busyStates, stepOf } from './importState';
import { ResultStep } from './ResultStep';

const ImportQuery = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      id
      ...ImportDetail
    }
  }
`);

const ImportProgressedSubscription = graphql(`
  subscription ImportProgressed($id: ID!) {
    importProgressed(importId: $id) {
      id
      version
      state
      startedAt
      finishedAt
      totalRows
      processedRows
      createdRows
      updatedRows
      skippedRows
      refusedRows
      problemCount
      refusedRowsUrl
      failure
      canUndo
    }
  }
`);

export function ImportPage() {
  const { t } = useTranslation();
  const { importId } = useParams({ from: '/shell/customers/imports/$importId' });
  const [{ data, error }, refetch] = useQuery({ query: ImportQuery, variables: { id: importId } });
  const [mappingAgain, setMappingAgain] = useState(false);
  const detail = readFragment(ImportDetailFragment, data?.import);
  const busy = detail ? busyStates.has(detail.state) : false;
  useSubscription({ query: ImportProgressedSubscription, variables: { id: importId }, pause: !busy });
  // The progress comes by subscription; a slow look now and then covers a connection that broke unnoticed.
  const poll = useInterval(() => refetch({ requestPolicy: 'network-only' }), 4000);
  const { start, stop } = poll;
  useEffect(() => {
    if (busy) start();
    return stop;
  }, [busy, start, stop]);

  const back = (
    <Button variant="default" component={Link} to="/customers/imports">
      {t('imports.all')}
    </Button>
  );
  if (!detail || !data?.import) {
    return (
      <PageFrame title={t('imports.title')} actions={back}>
        {error ? (
          <LoadError failure={error} onRetry={refetch} />
        ) : data ? (
          <EmptyState icon={IconFileOff} title={t('imports.notFound')} action={back} />
        ) : (
          <Skeleton height={240} m="lg" w="auto" role="status" aria-label={t('common.loading')} />
        )}
      </PageFrame>
    );
  }
  const columns = detail.state === 'UPLOADED' || (mappingAgain && detail.state === 'CHECKED');
  const step = columns ? 1 : stepOf(detail.state);
  const steps = ['file', 'columns', 'check', 'import'] as const;
  return (
    <PageFrame title={detail.fileName} actions={back}>
      <div className={classes.body}>
        <Stepper active={step} size="xs" allowNextStepsSelect={false} aria-label={t('imports.steps')}>
          {steps.map((name, index) => (
            <Stepper.Step
              key={name}
              label={t(`imports.step.${name}`)}
              allowStepSelect={index === 1 && detail.state === 'CHECKED'}
              onClick={index === 1 && detail.state === 'CHECKED' ? () => setMappingAgain(true) : undefined}
              aria-current={index === step ? 'step' : undefined}
            />
          ))}
        </Stepper>
        {columns ? (
          <ColumnsStep key={`${detail.encoding}${detail.delimiter}`} source={data.import} onChecking={() => setMappingAgain(false)} />
        ) : step === 2 ? (
          <CheckStep source={data.import} onBack={() => setMappingAgain(true)} />
        ) : (
          <ResultStep source={data.import} />
        )}
      </div>
    </PageFrame>
  );
}
