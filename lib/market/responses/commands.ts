import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { RESPONSE_COMMANDS } from './rights';
import { canWithdraw, mayAnswer, mayAnswerThis, RESPONSE } from './rules';
import type { Respond, WithdrawResponse } from './schema';
import * as store from './store';

/** Answers a request for a company. The conversation that it opens has the response's id. */
export async function respond(tx: Tx, actor: Actor, input: Respond): Promise<{ responseId: string }> {
  const { requestId, companyId, text } = input;
  authorise(actor, RESPONSE_COMMANDS.respond, { companyId });
  const { personId } = personOf(actor);
  const expert = await store.expertOf(tx, { personId, companyId });
  // Before the request is looked at: whoever may not answer learns nothing of it here.
  insist(mayAnswer(expert, await tx.now()));
  const request = found(await store.requestToAnswer(tx, { requestId, companyId }), 'request');
  insist(mayAnswerThis(request));
  await store.dropDraft(tx, { personId, requestId });
  const expertId = expert!.id;
  return keep(tx, actor, { request, companyId, expertId, text, action: 'responses.respond' });
}

/** Keeps a response that may be sent, and tells of it. */
export async function keep(
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
  const { id } = await store.addResponse(tx, { requestId, companyId, expertId, text, at });
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
