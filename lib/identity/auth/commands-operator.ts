import { found } from '@/lib/core/refusal';
import { NOBODY } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { endSession } from './store';
import { forgetFactors, lockFactors } from './store-factors';

/**
 * For whoever has lost every second factor, after the operator has made sure who is asking: what was enrolled is gone, every
 * session ends, and the mailbox alone signs in again. Whoever can run this has the database anyway, so nothing authorises it.
 */
export async function resetFactors(tx: Tx, email: string): Promise<{ personId: string }> {
  const person = await tx.db.person.findUnique({ where: { email }, select: { id: true } });
  const { id: personId } = found(person, 'person');
  await lockFactors(tx, personId);
  await forgetFactors(tx, personId);
  await endSession(tx, { personId });
  const entry = { action: 'auth.resetFactors', object: 'person', id: personId };
  await audit(tx, NOBODY, await tx.now(), entry);
  return { personId };
}
