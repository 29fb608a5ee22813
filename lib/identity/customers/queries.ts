import type { CustomerRight, Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';

export type OwnCustomer = { id: string; name: string; rights: CustomerRight[] };

/** The customers that the viewer belongs to, in the order in which they joined. */
export async function customersOf(viewer: Viewer): Promise<OwnCustomer[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().customerMember.findMany({
    where: { personId: viewer.personId },
    select: { rights: true, customer: { select: { id: true, name: true } } },
    orderBy: [{ since: 'asc' }, { customerId: 'asc' }],
  });
  return rows.map(({ customer, rights }) => ({ ...customer, rights }));
}
