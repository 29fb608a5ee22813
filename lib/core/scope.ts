import type { Person, Tenants, Viewer } from './rights';

/**
 * Whose things a viewer may read, the one answer for every query. Of a suspended customer or company nothing: an admin stopped
 * it. Of a closed company everything: it stopped by itself, and what was agreed, paid and done stays its people's to read.
 */
export function tenantsOf(viewer: Viewer): { customers: string[]; companies: string[] } {
  if (viewer.kind !== 'person' || viewer.suspended) return { customers: [], companies: [] };
  const readable = (memberships: readonly { tenantId: string; suspended: boolean }[]) =>
    memberships.filter(({ suspended }) => !suspended).map(({ tenantId }) => tenantId);
  return { customers: readable(viewer.customers), companies: readable(viewer.companies) };
}

/** The condition on what belongs to a customer and a company: the viewer may read for either. */
export function visibleTo(viewer: Viewer): {
  OR: [{ customerId: { in: string[] } }, { companyId: { in: string[] } }];
} {
  return { OR: [ofCustomers(viewer), ofCompanies(viewer)] };
}

/** The condition on what belongs to a customer alone, or is read as one. */
export function ofCustomers(viewer: Viewer): { customerId: { in: string[] } } {
  return { customerId: { in: tenantsOf(viewer).customers } };
}

/** The condition on what belongs to a company alone, or is read as one. */
export function ofCompanies(viewer: Viewer): { companyId: { in: string[] } } {
  return { companyId: { in: tenantsOf(viewer).companies } };
}

/** The companies in which a viewer may begin something: neither suspended nor closed. */
export function sellingOf(viewer: Viewer): string[] {
  if (viewer.kind !== 'person' || viewer.suspended) return [];
  return viewer.companies
    .filter(({ suspended, closed }) => !suspended && !closed)
    .map(({ tenantId }) => tenantId);
}

/** Whether a person belongs to either tenant, suspended or not: whoever does not, is told that there is no such thing. */
export function memberOf(person: Person, tenants: Tenants): boolean {
  return membershipsIn(person, tenants).length > 0;
}

/** A person's memberships in these tenants, on both sides, whatever became of them. */
export function membershipsIn(person: Person, { customerId, companyId }: Tenants) {
  return [
    ...person.customers.filter(({ tenantId }) => tenantId === customerId),
    ...person.companies.filter(({ tenantId }) => tenantId === companyId),
  ];
}

/** On which side of a job a viewer stands; somebody on both sides (rare, allowed) is the customer. */
export function sideOf(viewer: Viewer, { customerId }: Tenants): 'customer' | 'company' {
  return viewer.kind === 'person' && memberOf(viewer, { customerId }) ? 'customer' : 'company';
}

/** Whether a person acts here for a company that has closed. */
export function actsForClosed(person: Person, tenants: Tenants): boolean {
  return sideOf(person, tenants) === 'company' && membershipsIn(person, tenants).some(({ closed }) => closed);
}

/** "Una Brandt", "Una Brandt or Otis Keller": the owners of where the person is a member. */
export function whoGives(person: Person, tenants: Tenants): string {
  return (
    membershipsIn(person, tenants)
      .flatMap((m) => m.owners ?? [])
      .join(' or ') || 'An owner'
  );
}
