import { found, insist, type No, no } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { mayAnswer, mayYetAnswer } from '@/lib/market/footing/rules';
import { send } from '@/lib/market/responses/commands';
import { mayAnswerThis } from '@/lib/market/responses/rules';
import type { Respond } from '@/lib/market/responses/schema';
import * as responses from '@/lib/market/responses/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { RESPONSE_DRAFT_COMMANDS } from './rights';
import { canSaveDraft, mayHold } from './rules';
import type { ReleaseAnswer, SaveResponseDraft } from './schema';
import * as store from './store';

/** Keeps what is being written, so that it is found again on another device. Not audited: it says nothing to anybody. */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  input: SaveResponseDraft,
): Promise<{ requestId: string; savedAt: Date | null }> {
  const { requestId, companyId, text } = input;
  authorise(actor, RESPONSE_DRAFT_COMMANDS.saveDraft, { companyId });
  const { personId } = personOf(actor);
  const { responded } = found(await responses.requestFor(tx, { requestId, companyId }), 'request');
  const held = (await store.draftOf(tx, { personId, requestId }))?.sendWhenVerified ?? false;
  insist(canSaveDraft({ responded, held }));
  if (!text) {
    await store.deleteDraft(tx, { personId, requestId });
    return { requestId, savedAt: null };
  }
  const at = await tx.now();
  await store.saveDraft(tx, { personId, requestId, text, sendWhenVerified: false, at });
  return { requestId, savedAt: at };
}

/** Keeps an answer until its writer's certification is verified; `sendHeld` sends it then, by the same rules. */
export async function hold(tx: Tx, actor: Actor, input: Respond): Promise<{ requestId: string }> {
  const { requestId, companyId, text } = input;
  authorise(actor, RESPONSE_DRAFT_COMMANDS.hold, { companyId });
  const { personId } = personOf(actor);
  const expert = await responses.expertOf(tx, { personId, companyId });
  const before = await store.draftOf(tx, { personId, requestId });
  const others = (await store.countHeld(tx, personId)) - (before?.sendWhenVerified ? 1 : 0);
  insist(mayHold(expert, await tx.now(), others));
  const request = found(await responses.requestFor(tx, { requestId, companyId }), 'request');
  insist(mayAnswerThis(request));
  const at = await tx.now();
  await store.saveDraft(tx, { personId, requestId, text, sendWhenVerified: true, at });
  await audit(tx, actor, at, { action: 'responses.hold', object: 'request', id: requestId, companyId });
  return { requestId };
}

/** A reaction to a response: what was sent is no draft any more. */
export async function useUp(tx: Tx, _actor: Actor, input: { responseId: string }): Promise<void> {
  const { requestId, expert } = await store.sentDraft(tx, input.responseId);
  await store.deleteDraft(tx, { personId: expert.personId, requestId });
}

/** Takes a held answer back: the text stays as a draft. */
export async function release(tx: Tx, actor: Actor, input: ReleaseAnswer): Promise<{ requestId: string }> {
  const { requestId } = input;
  authorise(actor, RESPONSE_DRAFT_COMMANDS.release);
  const { personId } = personOf(actor);
  found((await store.updateReleased(tx, { personId, requestId })) || null, 'held response');
  const at = await tx.now();
  await audit(tx, actor, at, { action: 'responses.release', object: 'request', id: requestId });
  return { requestId };
}

/**
 * A reaction to a verified certification: what its holder has written meanwhile is sent, or they are told why not. A
 * refusal here is an answer about one text; it never stops the certification from being verified.
 */
export async function sendHeld(tx: Tx, actor: Actor, input: { expertId: string }): Promise<void> {
  const expert = await store.expertById(tx, input.expertId);
  const { personId, companyId } = expert;
  const held = await store.lockedHeldBy(tx, personId);
  if (held.length === 0) return;
  const at = await tx.now();
  const barred = expert.active
    ? mayAnswer(expert, at)
    : no('forbidden', 'You or your company can’t respond right now.');
  // Verified, but of a level that is not enough, while another claim is still to be looked at.
  if (barred && expert.active && mayYetAnswer(expert, at)) return;
  for (const { requestId, text } of held) {
    const request = await responses.lockedRequestFor(tx, { requestId, companyId });
    const refusal: No | null =
      barred ?? (request ? mayAnswerThis(request) : no('not_found', 'The request is no longer open to you.'));
    if (refusal || !request) {
      await store.updateReleased(tx, { personId, requestId });
      const reason = refusal?.message ?? '';
      tx.emit({ name: 'held.unsent', personId, requestId, reason });
      continue;
    }
    const of = { request, companyId, expertId: expert.id, text, action: 'responses.sendHeld' };
    const { responseId } = await send(tx, actor, of);
    tx.emit({ name: 'held.sent', personId, requestId, responseId });
  }
}
