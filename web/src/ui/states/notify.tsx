import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Problem } from '../graphql/problems';
import { i18next } from '../i18n/i18n';
import { sayProblem } from './failure';

export function notifyProblems(problems: readonly Problem[]): void {
  for (const problem of problems) {
    notifications.show({
      color: 'red',
      icon: <IconAlertTriangle size={16} aria-hidden />,
      title: i18next.t('error.notDone'),
      message: problem.traceId
        ? `${sayProblem(problem)} ${i18next.t('error.trace', { id: problem.traceId })}`
        : sayProblem(problem),
      autoClose: 8000,
      closeButtonProps: { 'aria-label': i18next.t('common.close') },
    });
  }
}

export function notifyDone(message: string): void {
  notifications.show({ icon: <IconCheck size={16} aria-hidden />, message, autoClose: 3500, closeButtonProps: { 'aria-label': i18next.t('common.close') } });
}
