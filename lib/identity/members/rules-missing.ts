import type { Viewer } from '@/lib/core/rights';
import { membershipsIn, tenantsOf } from '@/lib/core/scope';
import type { Right, Side } from './rules';

/** A right that a member lacks, and who could give it. */
export type Missing = { side: Side; id: string; right: Right; owners: readonly string[] };

/** The rights whose lack is told where they are needed, and the side of the tenant that gives each. */
const SIDES = {
  buy: 'customer',
  grant: 'customer',
  sell: 'company',
  bill: 'company',
  access: 'company',
  chat: 'company',
} as const;
type Told = keyof typeof SIDES;

/**
 * What a member of this customer or company lacks to use a right. Null for whoever has it, for whoever is no member, and
 * where the right would not help: nothing can be changed there.
 */
export function missingRight(viewer: Viewer, right: Told, id: string): Missing | null {
  if (viewer.kind !== 'person' || viewer.suspended) return null;
  const side = SIDES[right];
  const [own] = membershipsIn(viewer, side === 'customer' ? { customerId: id } : { companyId: id });
  if (!own || own.suspended || own.closed) return null;
  const held: readonly string[] = own.rights;
  if (held.includes('owner') || held.includes(right)) return null;
  return { side, id, right, owners: own.owners ?? [] };
}

/** The same where nobody has named a customer: of the first that could give the right. */
export function missingOfCustomers(viewer: Viewer, right: 'buy' | 'grant'): Missing | null {
  if (viewer.kind !== 'person') return null;
  for (const customerId of tenantsOf(viewer).customers) {
    const missing = missingRight(viewer, right, customerId);
    if (missing) return missing;
  }
  return null;
}
