import { type Actor, authorise, personOf } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf, newSecret } from '@/lib/platform/session/person';

/** A ticket opens one socket within a minute: the session's cookie never travels to another origin. */
const TICKET_SECONDS = 60;

/** Issues a single-use ticket bound to this session. Wall time: tickets are not the demo clock's. */
export async function issueTicket(tx: Tx, actor: Actor): Promise<{ ticket: string }> {
  authorise(actor, 'auth.ticket');
  const { personId, sessionId } = personOf(actor);
  const ticket = newSecret();
  await tx.db.socketTicket.create({
    data: {
      hash: hashOf(ticket),
      personId,
      sessionId,
      expiresAt: new Date(Date.now() + TICKET_SECONDS * 1000),
    },
  });
  return { ticket };
}
