import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { memberOf } from '@/lib/core/scope';
import { canBeNamed } from '@/lib/identity/names/rules';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { makeRoom } from './commands-drafts';
import { canAskDirectly } from './direct-rules';
import { REQUEST_COMMANDS } from './rights';
import type { BeginDirect } from './schema';
import { directTarget } from './store-direct';
import { keepDirected } from './store-drafts';

/**
 * Begins a direct request on a public profile: whom it is for, and who asks. Kept as a draft, so that the address stands in no
 * URL and outlives signing in. `own`: it is a signed-in person's.
 */
export async function beginDirect(
  tx: Tx,
  actor: Actor,
  input: BeginDirect,
): Promise<{ draftId: string; own: boolean; companyId: string; expertId: string | null }> {
  authorise(actor, REQUEST_COMMANDS.beginDirect);
  const { companyId, expertId = null, draftHash, contactName, contactEmail } = input;
  insist(canBeNamed({ contactName }, 'person', env.OPERATOR_NAME));
  if (!draftHash)
    throw new Refusal(no('invalid', 'This browser does not keep cookies, so nothing can be kept for it.'));
  const personId = actor.kind === 'person' ? actor.personId : null;
  const ownPeople = actor.kind === 'person' && memberOf(actor, { companyId });
  const at = await tx.now();
  insist(canAskDirectly(await directTarget(tx.db, companyId), expertId, at, ownPeople));
  if (personId) await makeRoom(tx, personId);
  const whom = { companyId, expertId };
  const { id } = await keepDirected(tx, { ...whom, contactName, contactEmail, draftHash, personId, at });
  return { draftId: id, own: personId !== null, ...whom };
}
