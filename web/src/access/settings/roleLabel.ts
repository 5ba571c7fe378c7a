import type { TFunction } from 'i18next';

/** A role in the reader's words; one the catalogue does not know keeps its own name. */
export function roleLabel(t: TFunction, role: string): string {
  return t(`role.${role}` as 'role.Admin', { defaultValue: role });
}
