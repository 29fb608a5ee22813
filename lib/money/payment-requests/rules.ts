import type { Lamp } from '@/lib/core/lifecycle';
import { formatMoney, sumOf } from '@/lib/core/money';
import { type No, no } from '@/lib/core/refusal';
import { DAY, later } from '@/lib/core/time';
import { isInForce, isOver, PROPOSAL, type ProposalState } from '@/lib/job/proposals/lifecycle';
import { amountProblem } from '@/lib/job/proposals/rules';
import { isFailed, isPaid, PAYMENT, type PaymentState } from '@/lib/money/payments/lifecycle';
import { isApproved, isAwaiting, isCounted, PAYMENT_REQUEST, type PaymentRequestState } from './lifecycle';

/** "On the 10th day": 240 hours after it was asked for, whatever the clocks of either side do in between. */
export const APPROVE_WITHIN_DAYS = 10;

export function autoApproveAt(requestedAt: Date): Date {
  return later(requestedAt, APPROVE_WITHIN_DAYS * DAY);
}

/** A payment request as the sums need it. */
export type Asked = {
  status: PaymentRequestState;
  amountMinor: bigint;
  milestoneId: string | null;
  final: boolean;
};

/** What can still be asked for: the maximum, less what awaits approval and what is approved. */
export function remainingOf(maximumMinor: bigint, asked: readonly Asked[]): bigint {
  return (
    maximumMinor -
    sumOf(asked.filter(({ status }) => isCounted(status)).map(({ amountMinor }) => amountMinor))
  );
}

/** Final = marked so, or nothing remains. */
export function isFinal(facts: { marked: boolean; amountMinor: bigint; remaining: bigint }): boolean {
  return facts.marked || facts.amountMinor === facts.remaining;
}

export function canRequest(facts: {
  proposal: ProposalState;
  currency: string;
  maximumMinor: bigint;
  asked: readonly Asked[];
  amountMinor: bigint;
  milestoneId: string | null;
  final: boolean;
}): No | null {
  const { asked, amountMinor, currency } = facts;
  if (isOver(facts.proposal))
    return no(
      'conflict',
      `The proposal is ${PROPOSAL.words[facts.proposal].word.toLowerCase()}. For more work, send another proposal.`,
    );
  if (!isInForce(facts.proposal))
    return no('conflict', 'You can request a payment once the proposal is accepted.');
  const awaiting = asked.filter(({ status }) => isAwaiting(status));
  if (awaiting.some(({ final }) => final))
    return no('conflict', 'The final payment is awaiting approval. Withdraw it before you request another.');
  if (
    facts.milestoneId &&
    asked.some((other) => isCounted(other.status) && other.milestoneId === facts.milestoneId)
  )
    return no('conflict', 'This milestone was already requested.', {
      milestoneId: 'This milestone was already requested.',
    });
  const remaining = remainingOf(facts.maximumMinor, asked);
  if (amountMinor > remaining) return tooMuch({ remaining, currency });
  const problem = amountProblem('Amount', amountMinor, currency);
  if (problem) return no('invalid', problem, { amount: problem });
  if (facts.final && awaiting.length > 0)
    return no(
      'conflict',
      'The final payment closes the proposal, so no other request can be awaiting approval. Wait for that decision, or withdraw that request.',
    );
  return null;
}

/** The rule's and the database's sentence for a payment request beyond the maximum. */
export function tooMuch(facts: { remaining: bigint; currency: string }): No {
  const left = formatMoney({ minor: facts.remaining, currency: facts.currency });
  return no(
    'conflict',
    facts.remaining > 0n
      ? `That's more than the ${left} left of the proposal's maximum. For more, send another proposal.`
      : "You've requested all of the proposal's maximum. For more, send another proposal.",
    { amount: `Only ${left} is left.` },
  );
}

export function canDecide(status: PaymentRequestState): No | null {
  if (isAwaiting(status)) return null;
  const { word } = PAYMENT_REQUEST.words[status];
  return no('conflict', `This payment request is already ${word.toLowerCase()}. Reload the page.`);
}

/** The clock approves what nobody has answered by its instant, and not one millisecond before. */
export function isDue(request: { status: PaymentRequestState; autoApproveAt: Date }, at: Date): boolean {
  return isAwaiting(request.status) && request.autoApproveAt.getTime() <= at.getTime();
}

/** Only a failed payment is tried again, so that at most one can ever take money. */
export function canRetry(facts: {
  request: PaymentRequestState;
  payments: readonly PaymentState[];
}): No | null {
  if (!isApproved(facts.request)) return no('conflict', 'You can retry only an approved payment.');
  if (facts.payments.some(isPaid)) return no('conflict', 'This payment is already paid.');
  if (facts.payments.some((status) => !isFailed(status)))
    return no('conflict', 'A payment is already in progress. Wait for it to finish.');
  return null;
}

type ShownState = { word: string; lamp: Lamp };

/** A payment and its request as one state with one word: what lists and cards show. */
export function shownState(request: PaymentRequestState, payment: PaymentState | null): ShownState {
  const { word, lamp } =
    isApproved(request) && payment ? PAYMENT.words[payment] : PAYMENT_REQUEST.words[request];
  return { word, lamp };
}
