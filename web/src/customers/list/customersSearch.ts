import type { CustomerFilter, CustomerKind, CustomerOrder, CustomerSort } from '@/generated/staff/graphql';

export const customerKinds: readonly CustomerKind[] = ['PERSON', 'COMPANY'];
export const customerSorts: readonly CustomerSort[] = ['NAME', 'LAST_CONTACT_AT', 'UPDATED_AT', 'CREATED_AT'];

export interface CustomersSearch {
  q?: string;
  kind?: CustomerKind;
  owner?: string;
  tag?: string;
  importId?: string;
  sort?: CustomerSort;
}

export function readCustomersSearch(search: Record<string, unknown>): CustomersSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined) || undefined;
  return {
    q: text(search.q),
    kind: customerKinds.find((one) => one === search.kind),
    owner: text(search.owner),
    tag: text(search.tag),
    importId: text(search.importId),
    sort: customerSorts.find((one) => one === search.sort),
  };
}

export function toCustomerFilter(search: CustomersSearch): CustomerFilter {
  return {
    ...(search.kind ? { kind: search.kind } : {}),
    ...(search.owner ? { ownerId: search.owner } : {}),
    ...(search.tag ? { tag: search.tag } : {}),
    ...(search.importId ? { importId: search.importId } : {}),
  };
}

/** Names run from A to Z, times from the newest. */
export function toCustomerOrder(search: CustomersSearch): CustomerOrder {
  const by = search.sort ?? 'NAME';
  return { by, direction: by === 'NAME' ? 'ASC' : 'DESC' };
}
