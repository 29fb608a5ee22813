import { can, lifecycle } from '@/lib/core/lifecycle';
import { formatMoney, sumOf } from '@/lib/core/money';
import { type No, no } from '@/lib/core/refusal';
import { HOUR, later, MINUTE } from '@/lib/core/time';
import { isOver, PROPOSAL, type ProposalState } from '@/lib/job/proposals/lifecycle';
import { amountProblem } from '@/lib/job/proposals/rules';

export type PaymentRequestState = 'awaiting' | 'approved' | 'declined' | 'withdrawn';
export type PaymentState = 'pending' | 'processing' | 'action_required' | 'failed' | 'succeeded';

/** The guide: 10 days to accept or decline, then approved by itself. A declined one may be sent again: as a new one. */
export const PAYMENT_REQUEST = lifecycle({
  name: 'payment_request',
  initial: 'awaiting',
  states: {
    awaiting: {
      approve: { to: 'approved', by: ['customer:buy'] },
      autoApprove: { to: 'approved', by: ['clock'], after: 'autoApproveAt' },
      decline: { to: 'declined', by: ['customer:buy'] },
      withdraw: { to: 'withdrawn', by: ['company:bill'] },
    },
    approved: {},
    declined: {},
    withdrawn: {},
  },
  words: {
    awaiting: { word: 'Awaiting approval', lamp: 'wait' },
    approved: { word: 'Approved', lamp: 'go' },
    declined: { word: 'Declined', lamp: 'ended' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
  },
});

/** The money itself, as Stripe tells it. A failed one stays failed: another try is another payment. */
export const PAYMENT = lifecycle({
  name: 'payment',
  initial: 'pending',
  states: {
    pending: {
      process: { to: 'processing', by: ['vendor'] },
      ask: { to: 'action_required', by: ['vendor'] },
      fail: { to: 'failed', by: ['vendor'] },
      succeed: { to: 'succeeded', by: ['vendor'] },
    },
    processing: {
      fail: { to: 'failed', by: ['vendor'] },
      succeed: { to: 'succeeded', by: ['vendor'] },
    },
    action_required: {
      process: { to: 'processing', by: ['vendor'] },
      fail: { to: 'failed', by: ['vendor'] },
      succeed: { to: 'succeeded', by: ['vendor'] },
    },
    failed: {},
    succeeded: {},
  },
  words: {
    pending: { word: 'Payment processing', lamp: 'wait' },
    processing: { word: 'Payment processing', lamp: 'wait' },
    action_required: { word: 'Bank asks for you', lamp: 'stop' },
    failed: { word: 'Payment failed', lamp: 'stop' },
    succeeded: { word: 'Paid', lamp: 'go' },
  },
});

/** "On the 10th day": 240 hours after it was asked for, whatever the clocks of either side do in between. */
export const APPROVE_WITHIN_HOURS = 240;
export const APPROVE_WITHIN_DAYS = APPROVE_WITHIN_HOURS / 24;

export function autoApproveAt(requestedAt: Date): Date {
  return later(requestedAt, APPROVE_WITHIN_HOURS * HOUR);
}

/**
 * Whether a card may go. Not while it is being charged, and not the last one while work is still paid from it: the expert
 * began on the promise that there is one.
 */
export function canRemoveMethod(facts: { charging: boolean; others: number; jobs: number }): No | null {
  if (facts.charging)
    return no('conflict', 'A payment with this card is still being charged. Remove it once that is settled.');
  if (facts.others === 0 && facts.jobs > 0)
    return no(
      'conflict',
      'An accepted proposal is paid with this card. Add another card first, then remove it.',
    );
  return null;
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
  return maximumMinor - sumOf(asked.filter(counts).map(({ amountMinor }) => amountMinor));
}

function counts({ status }: Asked): boolean {
  return status === 'awaiting' || status === 'approved';
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
  if (facts.proposal !== 'accepted')
    return no('conflict', 'A payment can be asked for once the proposal is accepted.');
  const awaiting = asked.filter(({ status }) => status === 'awaiting');
  if (awaiting.some(({ final }) => final))
    return no('conflict', 'The final payment awaits approval. Withdraw it before you ask for another.');
  if (facts.milestoneId && asked.some((other) => counts(other) && other.milestoneId === facts.milestoneId))
    return no('conflict', 'This milestone was asked for already.', {
      milestoneId: 'This milestone was asked for already.',
    });
  const remaining = remainingOf(facts.maximumMinor, asked);
  if (amountMinor > remaining) return tooMuch({ remaining, currency });
  const problem = amountProblem('Amount', amountMinor, currency);
  if (problem) return no('invalid', problem, { amount: problem });
  if (facts.final && awaiting.length > 0)
    return no(
      'conflict',
      'The final payment closes the proposal, so nothing else may await approval. Wait for the other answer, or withdraw the other request.',
    );
  return null;
}

/** The rule's and the database's sentence for a payment request beyond the maximum. */
export function tooMuch(facts: { remaining: bigint; currency: string }): No {
  const left = formatMoney({ minor: facts.remaining, currency: facts.currency });
  return no(
    'conflict',
    facts.remaining > 0n
      ? `That is more than the proposal's maximum leaves: ${left}. For more, send another proposal.`
      : "Nothing is left of the proposal's maximum. For more, send another proposal.",
    { amount: `At most ${left} is left.` },
  );
}

export function canDecide(status: PaymentRequestState): No | null {
  if (status === 'awaiting') return null;
  const { word } = PAYMENT_REQUEST.words[status];
  return no('conflict', `This payment request is ${word.toLowerCase()} already. Look at it again.`);
}

/** The clock approves what nobody has answered by its instant, and not one millisecond before. */
export function isDue(request: { status: PaymentRequestState; autoApproveAt: Date }, at: Date): boolean {
  return request.status === 'awaiting' && request.autoApproveAt.getTime() <= at.getTime();
}

/** Only a failed payment is tried again, so that at most one can ever take money. */
export function canRetry(facts: {
  request: PaymentRequestState;
  payments: readonly PaymentState[];
}): No | null {
  if (facts.request !== 'approved') return no('conflict', 'Only an approved payment can be tried again.');
  if (facts.payments.includes('succeeded')) return no('conflict', 'This was paid already.');
  if (facts.payments.some((status) => status !== 'failed'))
    return no('conflict', 'A payment is under way already. Wait for its outcome.');
  return null;
}

/** A payment and its request as one state with one word: what lists and cards show. */
export function shownState(
  request: PaymentRequestState,
  payment: PaymentState | null,
): { word: string; lamp: 'go' | 'wait' | 'stop' | 'ended' | 'turn' } {
  if (request === 'approved' && payment) return PAYMENT.words[payment];
  return PAYMENT_REQUEST.words[request];
}

/** What Stripe says of a payment, as far as its state goes. `canceled` is ours alone: we cancel what failed, so that it can never be taken. */
export type VendorState = 'ready' | 'succeeded' | 'processing' | 'action_required' | 'failed' | 'canceled';

const TOLD = {
  succeeded: 'succeed',
  processing: 'process',
  action_required: 'ask',
  failed: 'fail',
  canceled: 'fail',
} as const;

/**
 * What Stripe's word means for a payment: the event that moves it on, or null where it says nothing new or is older than
 * what is known. Webhooks come twice, late and out of order, so a state only ever moves forward.
 */
export function eventOf(
  status: PaymentState,
  told: VendorState,
): 'succeed' | 'process' | 'ask' | 'fail' | null {
  if (told === 'ready') return null;
  const event = TOLD[told];
  return can(PAYMENT, status, event) ? event : null;
}

/** When to ask Stripe again, from now: often at first, since somebody waits; hourly once it is a day old. */
export function nextCheck(createdAt: Date, at: Date): Date {
  const minutes = (at.getTime() - createdAt.getTime()) / MINUTE;
  const wait = minutes < 60 ? 2 : minutes < 24 * 60 ? 10 : 60;
  return later(at, wait * MINUTE);
}

/** Stripe forgets a key a day after its first use: from then on, look for what was made before making anything. */
export function keyMayBeForgotten(createdAt: Date, at: Date): boolean {
  return at.getTime() - createdAt.getTime() > 23 * HOUR;
}
