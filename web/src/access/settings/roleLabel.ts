import type { TFunction } from 'i18next';

/** A role in the reader's words; one that the installation made has its own name. */
export function roleLabel(t: TFunction, key: string, name: string = key): string {
  return t(`role.${key}` as 'role.Admin', { defaultValue: name });
}
