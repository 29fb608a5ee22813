import { no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { SESSION_COMMANDS } from './rights';
import type { EndSession } from './schema';
import * as store from './store';

/** A ticket opens one socket within a minute: the session's cookie never travels to another origin. */
const TICKET_SECONDS = 60;

/** Issues a single-use ticket bound to this session. Wall time: tickets are not the demo clock's. */
export async function issueTicket(tx: Tx, actor: Actor): Promise<{ ticket: string }> {
  authorise(actor, SESSION_COMMANDS.ticket);
  const { personId, sessionId } = personOf(actor);
  const ticket = newSecret();
  const expiresAt = new Date(Date.now() + TICKET_SECONDS * 1000);
  await store.insertTicket(tx, { hash: hashOf(ticket), personId, sessionId, expiresAt });
  return { ticket };
}

/** Ends one of one's own sessions, or all but this one. Whoever sits at that browser is signed out at once. */
export async function endSession(tx: Tx, actor: Actor, input: EndSession): Promise<{ ended: number }> {
  authorise(actor, SESSION_COMMANDS.endSession);
  const { personId, sessionId } = personOf(actor);
  const others = input.session === 'others';
  const ended = await store.deleteSessions(tx, { personId, id: others ? { not: sessionId } : input.session });
  if (!others && ended === 0) throw new Refusal(no('not_found', 'This session has already ended.'));
  const detail = { ended };
  await audit(tx, actor, await tx.now(), {
    action: 'people.endSession',
    object: 'person',
    id: personId,
    detail,
  });
  return { ended };
}
