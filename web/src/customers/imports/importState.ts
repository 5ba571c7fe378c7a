import type { ImportState } from '@/generated/staff/graphql';

export const busyStates: ReadonlySet<ImportState> = new Set(['CHECKING', 'RUNNING', 'UNDOING']);

/** Position in the wizard: 0 file, 1 columns, 2 check, 3 import, 4 behind it. */
export function stepOf(state: ImportState): number {
  if (state === 'UPLOADED') return 1;
  if (state === 'CHECKING' || state === 'CHECKED') return 2;
  return state === 'DONE' || state === 'UNDONE' || state === 'UNDOING' ? 4 : 3;
}
