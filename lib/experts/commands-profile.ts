import { audit } from '@/lib/audit/store';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import type { Tx } from '@/lib/db/transaction';
import { addProfile as insertProfile } from './store';

/** Gives a member of a company a profile in it: from then on they are an expert of that company. */
export async function addProfile(
  tx: Tx,
  actor: Actor,
  input: { companyId: string; headline: string },
): Promise<{ expertId: string }> {
  const { companyId, headline } = input;
  authorise(actor, 'experts.addProfile', { companyId });
  const at = await tx.now();
  const made = await insertProfile(tx, { personId: personOf(actor).personId, companyId, headline, at });
  await audit(tx, actor, at, {
    action: 'experts.addProfile',
    object: 'expert',
    id: made.expertId,
    companyId,
  });
  return made;
}
