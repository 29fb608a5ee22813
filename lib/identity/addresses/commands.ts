import type { EventOf } from '@/lib/core/events';
import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { deleteSessions } from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { networkHashOf } from '@/lib/platform/session/codes';
import { hashOf } from '@/lib/platform/session/person';
import { sendProof, tellFormer } from './jobs';
import { ADDRESS_COMMANDS } from './rights';
import { canAskProof, canChangeTo, canConfirm, canProve, isAsker, type ProofPurpose } from './rules';
import type { AskAddress, ConfirmAddress, ForgetAddress } from './schema';
import * as store from './store';

/** Asks for the mail that proves an address for one's requests. */
export async function askContact(tx: Tx, actor: Actor, input: AskAddress): Promise<{ proofId: string }> {
  authorise(actor, ADDRESS_COMMANDS.askContact);
  const { personId } = personOf(actor);
  const now = new Date();
  const networkHash = networkHashOf(env.NEXTAUTH_SECRET, input.network);
  const asked = await store.askedLately(tx, { email: input.email, by: { networkHash }, now });
  insist(canProve(await store.knownAddress(tx, { personId, email: input.email, now })));
  insist(canAskProof(asked));
  return ask(tx, actor, { personId, email: input.email, purpose: 'contact', networkHash, now });
}

/**
 * Asks for the mail that makes an address one's own. Whether somebody has it already is not looked up here: only whoever
 * opens the mail learns that.
 */
export async function askChange(tx: Tx, actor: Actor, input: AskAddress): Promise<{ proofId: string }> {
  authorise(actor, ADDRESS_COMMANDS.askChange);
  const { personId } = personOf(actor);
  const now = new Date();
  const networkHash = networkHashOf(env.NEXTAUTH_SECRET, input.network);
  const asked = await store.askedLately(tx, { email: input.email, by: { networkHash }, now });
  insist(canChangeTo(await store.knownAddress(tx, { personId, email: input.email, now })));
  insist(canAskProof(asked));
  return ask(tx, actor, { personId, email: input.email, purpose: 'sign_in', networkHash, now });
}

async function ask(
  tx: Tx,
  actor: Actor,
  of: { personId: string; email: string; purpose: ProofPurpose; networkHash: string | null; now: Date },
): Promise<{ proofId: string }> {
  const proofId = await store.insertProof(tx, of);
  await enqueue(tx, sendProof, { proofId }, { key: proofId });
  const action = of.purpose === 'contact' ? 'people.askContact' : 'people.askChange';
  await audit(tx, actor, await tx.now(), { action, object: 'person', id: of.personId });
  return { proofId };
}

/**
 * Whoever opens the link has the mailbox, and agrees that its person's requests are written about to it. They need no
 * account: a shared mailbox is often read by somebody else.
 */
export async function confirmContact(
  tx: Tx,
  actor: Actor,
  input: ConfirmAddress,
): Promise<{ personId: string }> {
  authorise(actor, ADDRESS_COMMANDS.confirmContact);
  const now = new Date();
  const proof = await store.lockedProof(tx, hashOf(input.token));
  insist(canConfirm(proof, 'contact', now));
  const { id, personId } = proof!;
  await store.updateProven(tx, { id, purpose: 'contact', now });
  await audit(tx, actor, await tx.now(), { action: 'people.confirmContact', object: 'person', id: personId });
  return { personId };
}

/** Makes the proved address one's own: the one before is told, and every other session ends. */
export async function confirmChange(
  tx: Tx,
  actor: Actor,
  input: ConfirmAddress,
): Promise<{ personId: string }> {
  authorise(actor, ADDRESS_COMMANDS.confirmChange);
  const { personId, sessionId } = personOf(actor);
  const now = new Date();
  const proof = await store.lockedProof(tx, hashOf(input.token));
  insist(isAsker(proof, personId));
  insist(canConfirm(proof, 'sign_in', now));
  const formerId = await store.updateAddress(tx, { personId, email: proof!.email, now });
  if (!formerId)
    throw new Refusal(
      no(
        'conflict',
        'Another account signs in with this address. Sign in to it, or choose another address in your settings.',
      ),
    );
  await store.updateProven(tx, { id: proof!.id, purpose: 'sign_in', now });
  await enqueue(tx, tellFormer, { proofId: formerId }, { key: formerId });
  const ended = await deleteSessions(tx, { personId, id: { not: sessionId } });
  await audit(tx, actor, await tx.now(), {
    action: 'people.confirmChange',
    object: 'person',
    id: personId,
    detail: { ended },
  });
  return { personId };
}

/** Takes an address back that was proven, or was to be: nothing more is sent to it. */
export async function forgetAddress(
  tx: Tx,
  actor: Actor,
  input: ForgetAddress,
): Promise<{ personId: string }> {
  authorise(actor, ADDRESS_COMMANDS.forgetAddress);
  const { personId } = personOf(actor);
  if ((await store.deleteAddress(tx, { personId, proofId: input.proofId })) === 0)
    throw new Refusal(no('not_found', 'This address is no longer on your account.'));
  await audit(tx, actor, await tx.now(), { action: 'people.forgetAddress', object: 'person', id: personId });
  return { personId };
}

/**
 * A reaction to a request that names an address for contact: the mail that proves it goes out, unless it is proven, was
 * asked for, or has had its mails for today. Posting never fails for it: the settings say what is missing.
 */
export async function contactNamed(
  tx: Tx,
  actor: Actor,
  event: EventOf<'request.contactNamed'>,
): Promise<void> {
  const { personId, email } = event;
  const now = new Date();
  const asked = await store.askedLately(tx, { email, by: { personId }, now });
  if (canAskProof(asked) || (await store.knownAddress(tx, { personId, email, now }))) return;
  await ask(tx, actor, { personId, email, purpose: 'contact', networkHash: null, now });
}
