import type { Person } from '@/lib/core/rights';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/**
 * The customer that a person acts for where they have not said: their first one. Somebody without any gets one of their
 * own name, with themselves as its owner: an AWS user who is alone is a customer of one. The person's row is held, so that
 * two first requests sent at once make one customer.
 */
export async function ensureCustomer(tx: Tx, person: Pick<Person, 'personId' | 'name'>): Promise<string> {
  const { personId, name } = person;
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const membership = await rowsOf(tx).customerMember.findFirst({
    where: { personId },
    orderBy: [{ since: 'asc' }, { customerId: 'asc' }],
    select: { customerId: true },
  });
  if (membership) return membership.customerId;
  const at = await tx.now();
  const customer = await rowsOf(tx).customer.create({
    data: { name, createdAt: at, members: { create: { personId, rights: ['owner'], since: at } } },
    select: { id: true },
  });
  return customer.id;
}

export async function updateName(tx: Tx, id: string, name: string): Promise<void> {
  await rowsOf(tx).customer.update({ where: { id }, data: { name } });
}
