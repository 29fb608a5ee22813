import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canLook } from '@/lib/market/open-requests/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { MARK_COMMANDS } from './rights';
import type { MarkRequest } from './schema';
import * as store from './store';

/** Bookmarks a request, hides it from one's own list, or neither. The same again changes nothing. */
export async function mark(
  tx: Tx,
  actor: Actor,
  input: MarkRequest,
): Promise<{ requestId: string; mark: MarkRequest['mark'] }> {
  authorise(actor, MARK_COMMANDS.set);
  const person = personOf(actor);
  insist(canLook(person));
  const { id: requestId, customerId } = await store.requestToMark(tx, person, input.requestId);
  const at = await tx.now();
  await store.saveMark(tx, { personId: person.personId, requestId }, input.mark, at);
  const detail = { mark: input.mark };
  await audit(tx, actor, at, { action: 'marks.set', object: 'request', id: requestId, customerId, detail });
  return { requestId, mark: input.mark };
}
