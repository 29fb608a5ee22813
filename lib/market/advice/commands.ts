import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { DAY, earlier } from '@/lib/core/time';
import { tellsOtherwise } from '@/lib/market/edits/rules';
import * as edits from '@/lib/market/edits/store';
import { tellPages } from '@/lib/market/requests/commands';
import * as requests from '@/lib/market/requests/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { ADVICE_COMMANDS } from './rights';
import { improved, UNANSWERED_DAYS } from './rules';
import type { ImproveRequest } from './schema';
import * as store from './store';

/** What has been open for longer than a month is not told of any more: its customer knows. */
const OLDEST_DAYS = 30;

/** The clock: tells the customer of the next request that nobody has answered for three days. False: there is none. */
export async function noteNextUnanswered(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, ADVICE_COMMANDS.noteUnanswered);
  const at = await tx.now();
  const ago = (days: number) => earlier(at, days * DAY);
  const request = await store.unansweredSince(tx, { from: ago(OLDEST_DAYS), to: ago(UNANSWERED_DAYS) });
  if (!request) return false;
  const { id, customerId } = request;
  await requests.updateUnanswered(tx, id, at);
  await audit(tx, actor, at, { action: 'requests.noteUnanswered', object: 'request', id, customerId });
  tx.emit({ name: 'request.unanswered', requestId: id, customerId });
  await tellPages(tx, request);
  return true;
}

/** One of the changes that are advised, by one press. What experts read is kept as after any edit. */
export async function improve(tx: Tx, actor: Actor, input: ImproveRequest): Promise<{ requestId: string }> {
  const { customerId } = await requests.requestById(tx, input.requestId);
  authorise(actor, ADVICE_COMMANDS.improve, { customerId });
  const before = await requests.lockedRequest(tx, input.requestId);
  const after = improved(before, input.by);
  const told = tellsOtherwise(before, after);
  const requestId = before.id;
  if (!told && before.slots === after.slots) return { requestId };
  const at = await tx.now();
  if (told) {
    await edits.insertEdit(tx, { ...before, requestId, personId: personOf(actor).personId, at });
    tx.emit({ name: 'request.edited', requestId, customerId });
  }
  await requests.updateRequest(tx, requestId, after, told ? at : undefined);
  const detail = { by: input.by };
  await audit(tx, actor, at, {
    action: 'requests.improve',
    object: 'request',
    id: requestId,
    customerId,
    detail,
  });
  await tellPages(tx, before);
  return { requestId };
}
