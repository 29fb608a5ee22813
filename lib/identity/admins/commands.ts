import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, NOBODY, personOf } from '@/lib/core/rights';
import { deleteFactors, lockFactors } from '@/lib/identity/factors/store';
import { deletePasskeys } from '@/lib/identity/passkeys/store';
import { personByEmail } from '@/lib/identity/people/store';
import { deleteSessions } from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf } from '@/lib/platform/session/person';
import { ADMIN_COMMANDS } from './rights';
import { canBecomeAdmin } from './rules';
import type { BecomeAdmin } from './schema';
import * as store from './store';

/** Makes the signed-in person an admin by the link that `npm run admin` printed for their address. */
export async function becomeAdmin(tx: Tx, actor: Actor, input: BecomeAdmin): Promise<{ personId: string }> {
  authorise(actor, ADMIN_COMMANDS.becomeAdmin);
  const { personId, email } = personOf(actor);
  const now = new Date();
  const invitation = await store.lockedInvitation(tx, hashOf(input.token));
  insist(canBecomeAdmin(invitation, email, now));
  await store.updateToAdmin(tx, { invitationId: invitation!.id, personId, now });
  await audit(tx, actor, await tx.now(), { action: 'auth.becomeAdmin', object: 'person', id: personId });
  return { personId };
}

/**
 * For whoever has lost every second factor, after the operator has made sure who is asking: what was enrolled is gone, every
 * session ends, and the mailbox alone signs in again. Whoever can run this has the database anyway, so nothing authorises it.
 */
export async function resetFactors(tx: Tx, email: string): Promise<{ personId: string }> {
  const { id: personId } = found(await personByEmail(tx, email), 'person');
  await lockFactors(tx, personId);
  await deletePasskeys(tx, personId);
  await deleteFactors(tx, personId);
  await deleteSessions(tx, { personId });
  const entry = { action: 'auth.resetFactors', object: 'person', id: personId };
  await audit(tx, NOBODY, await tx.now(), entry);
  return { personId };
}
