import type { TFunction } from 'i18next';
import type { PermissionScope } from '@/generated/staff/graphql';

/** From nothing to everything. */
export const allScopes: PermissionScope[] = ['NONE', 'OWN', 'TEAM', 'ALL'];

/** What a permission allows in the reader's words; one the catalogue does not know keeps the server's. */
export function permissionLabel(t: TFunction, permission: { name: string; description: string }): string {
  return t(`permission.${permission.name.replaceAll('.', '_')}` as 'permission.tickets_ticket_read', { defaultValue: permission.description });
}

export function scopeLabel(t: TFunction, scope: PermissionScope, isScoped: boolean): string {
  if (!isScoped) return scope === 'NONE' ? t('scope.NONE') : t('scope.YES');
  return t(`scope.${scope}`);
}

export function moduleOf(permission: string): string {
  return permission.split('.')[0] ?? '';
}
