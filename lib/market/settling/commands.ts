import type { EventOf } from '@/lib/core/events';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { tellPages } from '@/lib/market/requests/commands';
import { isAccepting, isPaused, REQUEST, type RequestStatus } from '@/lib/market/requests/lifecycle';

import * as requests from '@/lib/market/requests/store';
import * as responses from '@/lib/market/responses/store';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { SETTLING_COMMANDS } from './rights';
import { canSettle } from './rules';
import type { Settle } from './schema';
import * as store from './store';

/**
 * Settles a request with one of its responses: it takes no new ones, and everybody else who responded is told, in the
 * customer's words where there are any. What was sent cannot be taken back; the request can be opened again.
 */
export async function settle(
  tx: Tx,
  actor: Actor,
  input: Settle,
): Promise<{ requestId: string; responseId: string; told: number }> {
  const { requestId: ofRequest, request } = await responses.responseById(tx, input.responseId);
  const { customerId } = request;
  authorise(actor, SETTLING_COMMANDS.settle, { customerId });
  // Responses before the request, as a withdrawal takes them; all of them, for each is written about below: of two that settle at
  // once with different ones, each would wait for what the other holds.
  await responses.lockResponsesOf(tx, ofRequest);
  const { id, status, settledAt } = await requests.lockedRequest(tx, ofRequest);
  const chosen = await responses.responseById(tx, input.responseId);
  insist(canSettle({ settled: settledAt !== null, response: chosen.status }));
  const thanks = input.thanks || null;
  const told = await settleWith(tx, actor, { id, status, customerId }, chosen, { event: 'pause', thanks });
  tx.emit({ name: 'response.chosen', ...jobOf({ requestId: id, customerId }, chosen) });
  return { requestId: id, responseId: chosen.id, told };
}

/**
 * A reaction to a completed job: nobody else is looked for any more. The request is settled with whoever did the job, where
 * its customer had not settled it; nothing is said in their words.
 */
export async function settleDone(tx: Tx, actor: Actor, event: { conversationId: string }): Promise<void> {
  const { requestId, request } = await responses.responseById(tx, event.conversationId);
  const { customerId } = request;
  await responses.lockResponsesOf(tx, requestId);
  const { id, status, settledAt } = await requests.lockedRequest(tx, requestId);
  const chosen = await responses.responseById(tx, event.conversationId);
  if (canSettle({ settled: settledAt !== null, response: chosen.status })) return;
  await settleWith(tx, actor, { id, status, customerId }, chosen, { event: 'finish', thanks: null });
}

/** Settles a request that is locked with its responses, and tells those who were passed over. How many they are. */
async function settleWith(
  tx: Tx,
  actor: Actor,
  { id, status, customerId }: { id: string; status: RequestStatus; customerId: string },
  chosen: { id: string; companyId: string },
  how: { event: 'pause' | 'finish'; thanks: string | null },
): Promise<number> {
  const { event, thanks } = how;
  const at = await tx.now();
  const data = { settledAt: at, chosenId: chosen.id, thanks };
  const of = { customerId, companyId: chosen.companyId };
  if (isAccepting(status)) await move(tx, REQUEST, { id, from: status, event, actor, of, at, data });
  else await requests.updateSettled(tx, id, data);
  const others = (await responses.openResponsesOf(tx, id)).filter((other) => other.id !== chosen.id);
  const detail = { chosen: chosen.id, told: others.length };
  await audit(tx, actor, at, { action: 'requests.settle', object: 'request', id, customerId, detail });
  for (const other of others)
    tx.emit({ name: 'response.passedOver', ...jobOf({ requestId: id, customerId }, other) });
  await tellPages(tx, { id, customerId });
  return others.length;
}

/**
 * A reaction to a withdrawn response: its place is free again, and a request that was settled with it is not settled any
 * more. It takes responses again where settling had stopped them; its customer, and everybody who was passed over, are told.
 */
export async function freePlace(tx: Tx, actor: Actor, event: EventOf<'response.withdrawn'>): Promise<void> {
  const request = await requests.lockedRequest(tx, event.requestId);
  const { id, customerId, status, chosenId } = request;
  await requests.updateWithdrawn(tx, id);
  if (chosenId === event.responseId) {
    const at = await tx.now();
    const data = { settledAt: null, chosenId: null, thanks: null };
    if (isPaused(status) && (await store.pausedBySettling(tx, request)))
      await move(tx, REQUEST, { id, from: status, event: 'reopen', actor, of: event, at, data });
    else await requests.updateSettled(tx, id, data);
    const of = { requestId: id, customerId };
    const others = await responses.openResponsesOf(tx, id);
    tx.emit({ name: 'request.reopened', ...jobOf(of, { ...event, id: event.responseId }) });
    for (const other of others)
      tx.emit({ name: 'response.reconsidered', withdrawnId: event.responseId, ...jobOf(of, other) });
  }
  await tellPages(tx, request);
}

function jobOf(
  request: { requestId: string; customerId: string },
  response: { id: string; companyId: string },
) {
  const { id, companyId } = response;
  return { ...request, responseId: id, conversationId: id, companyId };
}
