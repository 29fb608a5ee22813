import { found, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { counts } from '@/lib/market/experts/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { tellPages } from './commands';
import { REQUEST_COMMANDS } from './rights';
import type { OfRequest, ViewRequest } from './schema';
import * as store from './store';
import {
  addView,
  certificationsOf,
  companiesThatWrote,
  openRequest,
  requestSeenBy,
  shareMembers,
} from './store-direct';

/** A direct request, opened to every expert. There is no way back: what all have read is not private any more. */
export async function openToAll(tx: Tx, actor: Actor, input: OfRequest): Promise<{ requestId: string }> {
  const { customerId } = await store.requestById(tx, input.requestId);
  authorise(actor, REQUEST_COMMANDS.openToAll, { customerId });
  const request = await store.lockedRequest(tx, input.requestId);
  const { id } = request;
  if (request.audience === 'everyone') return { requestId: id };
  if (request.audience !== 'direct')
    throw new Refusal(
      no('conflict', 'Your expert began this conversation with you. Post a request of its own.'),
    );
  const at = await tx.now();
  await openRequest(tx, id, at);
  for (const companyId of await companiesThatWrote(tx, id))
    await addView(tx, { requestId: id, companyId, at });
  await audit(tx, actor, at, { action: 'requests.openToAll', object: 'request', id, customerId });
  tx.emit({ name: 'request.posted', requestId: id, customerId });
  await tellPages(tx, request);
  return { requestId: id };
}

/** A company has opened a request: counted once, for those who may answer, and never for the customer's own people. */
export async function view(tx: Tx, actor: Actor, input: ViewRequest): Promise<{ counted: boolean }> {
  const { requestId, companyId } = input;
  authorise(actor, REQUEST_COMMANDS.view, { companyId });
  const request = found(await requestSeenBy(tx, { requestId, companyId }), 'request');
  const { personId } = personOf(actor);
  const at = await tx.now();
  const held = await certificationsOf(tx, { personId, companyId });
  if (!held.some((certification) => counts(certification, at))) return { counted: false };
  if (await shareMembers(tx.db, { customerId: request.customerId, companyId })) return { counted: false };
  const counted = await addView(tx, { requestId, companyId, at });
  if (counted) await tellPages(tx, request);
  return { counted };
}

/** A reaction to a response: whoever answers has opened the request, also where no page of ours has noted it. */
export async function viewToAnswer(
  tx: Tx,
  _actor: Actor,
  input: { requestId: string; companyId: string },
): Promise<void> {
  const { requestId, companyId } = input;
  await addView(tx, { requestId, companyId, at: await tx.now() });
}
