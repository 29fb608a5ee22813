import type { EventOf } from '@/lib/core/events';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { memberOf } from '@/lib/core/scope';
import { isOver } from '@/lib/job/proposals/lifecycle';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { judge, type Restriction } from '@/lib/trust/restrictions/rules';
import { REVIEW } from './lifecycle';
import { REVIEW_COMMANDS } from './rights';
import { canWrite } from './rules';
import type { Write } from './schema';
import { countPaid, hasFeedback, insertFeedback, insertReview, isCopied, proposalToReview } from './store';

/**
 * Publishes the review, or holds it for an admin where its text is suspicious, and keeps the private answer apart from it.
 * Either may be left out, and written later.
 */
export async function write(tx: Tx, actor: Actor, input: Write): Promise<{ conversationId: string }> {
  authorise(actor, REVIEW_COMMANDS.write, await proposalToReview(tx, input.proposalId));
  const person = personOf(actor);
  await lock(tx, 'proposal', input.proposalId);
  const proposal = await proposalToReview(tx, input.proposalId);
  const { id: proposalId, conversationId, customerId, companyId, expertId } = proposal;
  const createdAt = await tx.now();
  const { refused, suspicious } = judge(input.text);
  insist(
    canWrite({
      proposal,
      ofCompany: memberOf(person, { companyId }),
      reviewed: proposal.review !== null,
      answered: await hasFeedback(tx, proposalId),
      refused,
      ...input,
    }),
  );
  const author = { proposalId, customerId, authorId: person.personId, createdAt };
  // The company may read its own audit, so the private answer is not in it, nor that there is one.
  if (input.workAgain !== null) await insertFeedback(tx, { ...author, workAgain: input.workAgain });
  if (input.stars === null) return { conversationId };
  const heldFor: Restriction[] = [
    ...suspicious,
    ...((await isCopied(tx, input.text)) ? (['copied'] as const) : []),
  ];
  const { stars, text } = input;
  const { id } = await insertReview(tx, { ...author, companyId, expertId, stars, text, heldFor });
  await begin(tx, REVIEW, { id, actor, at: createdAt });
  await audit(tx, actor, createdAt, {
    action: 'reviews.write',
    object: 'review',
    id,
    customerId,
    companyId,
    detail: { stars, heldFor: heldFor.join(', ') },
  });
  const job = { reviewId: id, proposalId, conversationId, customerId, companyId };
  if (heldFor.length > 0) tx.emit({ name: 'review.held', ...job });
  else {
    await move(tx, REVIEW, { id, from: 'held', event: 'publish', actor, of: proposal, at: createdAt });
    tx.emit({ name: 'review.written', ...job });
  }
  return { conversationId };
}

/**
 * A reaction to the end of a job, and to its payments: once for each job the customer is asked for a review. When its final
 * payment has succeeded; when either side has closed a job that was paid for in part; when the first payment of a closed
 * job succeeds afterwards.
 */
export async function invite(
  tx: Tx,
  _actor: Actor,
  event: EventOf<'payment.succeeded' | 'proposal.completed' | 'proposal.ended'>,
): Promise<void> {
  const { proposalId, conversationId, customerId, companyId } = event;
  const job = { proposalId, conversationId, customerId, companyId };
  if (await invites(tx, event)) tx.emit({ name: 'review.invited', ...job });
}

async function invites(tx: Tx, event: Parameters<typeof invite>[2]): Promise<boolean> {
  const { proposalId } = event;
  if (event.name === 'payment.succeeded') {
    if (event.final) return true;
    const { status } = await proposalToReview(tx, proposalId);
    return isOver(status) && (await countPaid(tx, proposalId)) === 1;
  }
  // Its final payment is charged next, and asks then.
  if (event.name === 'proposal.completed' && event.finalPayment) return false;
  return (await countPaid(tx, proposalId)) > 0;
}
