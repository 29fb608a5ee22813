import type { EventOf } from '@/lib/core/events';
import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { mayAnswer } from '@/lib/market/footing/rules';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { RESPONSE } from './lifecycle';
import { RESPONSE_COMMANDS } from './rights';
import { canWithdraw, mayAnswerThis } from './rules';
import type { ArchiveResponse, Respond, WithdrawResponse } from './schema';
import * as store from './store';

/** Answers a request for a company. The conversation that it opens has the response's id. */
export async function respond(tx: Tx, actor: Actor, input: Respond): Promise<{ responseId: string }> {
  const { requestId, companyId, text } = input;
  authorise(actor, RESPONSE_COMMANDS.respond, { companyId });
  const { personId } = personOf(actor);
  const expert = await store.expertOf(tx, { personId, companyId });
  // Before the request is looked at: whoever may not answer learns nothing of it here.
  insist(mayAnswer(expert, await tx.now()));
  const request = found(await store.lockedRequestFor(tx, { requestId, companyId }), 'request');
  insist(mayAnswerThis(request));
  const expertId = expert!.id;
  return send(tx, actor, { request, companyId, expertId, text, action: 'responses.respond' });
}

/** Keeps a response that may be sent, and tells of it. */
export async function send(
  tx: Tx,
  actor: Actor,
  of: {
    request: { id: string; customerId: string };
    companyId: string;
    expertId: string;
    text: string;
    action: string;
  },
): Promise<{ responseId: string }> {
  const { companyId, expertId, text, action } = of;
  const { id: requestId, customerId } = of.request;
  const at = await tx.now();
  const { id } = await store.insertResponse(tx, { requestId, companyId, expertId, text, at });
  await begin(tx, RESPONSE, { id, actor, at });
  await audit(tx, actor, at, { action, object: 'response', id, customerId, companyId });
  tx.emit({ name: 'response.sent', responseId: id, conversationId: id, requestId, customerId, companyId });
  return { responseId: id };
}

/** Takes a response back. The conversation stays, for both sides. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  input: WithdrawResponse,
): Promise<{ responseId: string }> {
  const { companyId } = await store.responseById(tx, input.responseId);
  authorise(actor, RESPONSE_COMMANDS.withdraw, { companyId });
  const response = await store.lockedResponse(tx, input.responseId);
  const { id, requestId, status: from } = response;
  const { customerId } = response.request;
  const at = await tx.now();
  insist(canWithdraw(response.proposals));
  await move(tx, RESPONSE, { id, from, event: 'withdraw', actor, of: { companyId }, at });
  await audit(tx, actor, at, { action: 'responses.withdraw', object: 'response', id, customerId, companyId });
  tx.emit({
    name: 'response.withdrawn',
    responseId: id,
    conversationId: id,
    requestId,
    customerId,
    companyId,
  });
  await announce(tx, { what: 'job', conversationId: id });
  return { responseId: id };
}

/** Takes back one open answer of a company that has closed: its place is free for others. False: there is none left. */
export async function withdrawOfClosed(tx: Tx, actor: Actor): Promise<boolean> {
  const responseId = await store.nextOfClosed(tx);
  if (!responseId) return false;
  await withdraw(tx, actor, { responseId });
  return true;
}

/** Puts an answer aside, or back. The company is not told. Asking for what is so already changes nothing. */
export async function archive(
  tx: Tx,
  actor: Actor,
  input: ArchiveResponse,
): Promise<{ responseId: string; requestId: string }> {
  const { id, requestId, request } = await store.responseById(tx, input.responseId);
  const { customerId } = request;
  authorise(actor, RESPONSE_COMMANDS.archive, { customerId });
  const at = await tx.now();
  if (await store.updateArchived(tx, id, input.archived ? at : null)) {
    const detail = { archived: input.archived };
    await audit(tx, actor, at, { action: 'responses.archive', object: 'response', id, customerId, detail });
  }
  return { responseId: id, requestId };
}

/** A reaction to the first reading: the company sees when. */
export async function noteRead(tx: Tx, _actor: Actor, input: { responseId: string }): Promise<void> {
  await store.updateReadAt(tx, input.responseId, await tx.now());
}

/** A reaction to a private request: the response that its conversation hangs on, without a text, since nobody has answered. */
export async function open(tx: Tx, actor: Actor, event: EventOf<'request.private'>): Promise<void> {
  const { requestId, customerId, companyId, expertId, origin } = event;
  const at = await tx.now();
  const { id } = await store.insertResponse(tx, { requestId, companyId, expertId, text: '', origin, at });
  await begin(tx, RESPONSE, { id, actor, at });
  const detail = { origin };
  await audit(tx, actor, at, {
    action: 'responses.open',
    object: 'response',
    id,
    customerId,
    companyId,
    detail,
  });
  const job = { conversationId: id, customerId, companyId };
  tx.emit({ name: 'response.opened', responseId: id, requestId, origin, ...job });
}
