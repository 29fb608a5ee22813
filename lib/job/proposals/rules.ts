import { formatMoney, shareOf, sumOf } from '@/lib/core/money';
import { type No, no } from '@/lib/core/refusal';
import { isInForce, isUnanswered, PROPOSAL, type ProposalState } from './lifecycle';

/** The currency that proposals are made in. */
export const CURRENCY = 'USD';
export const MILESTONES_MAX = 20;
/** So many proposals may wait for an answer in one conversation at a time. */
export const OPEN_MAX = 3;
/** What Stripe takes in one payment: 50 cents to eight digits (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
export const PAYMENT_MIN = 50n;
export const PAYMENT_MAX = 99_999_999n;

export type MilestoneTerms = { title: string; amountMinor: bigint };

/** Everything that the two sides agree on. */
export type Terms = {
  conversationId: string;
  customerId: string;
  companyId: string;
  expertId: string;
  type: 'upfront' | 'milestone' | 'schedule';
  title: string;
  terms: string;
  timeline: string;
  currency: string;
  feeBasisPoints: number;
  milestones: readonly MilestoneTerms[];
};

/** What the proposal costs at most: never more is charged. */
export function maximumOf(milestones: readonly MilestoneTerms[]): bigint {
  return sumOf(milestones.map(({ amountMinor }) => amountMinor));
}

/** The one text that stands for a proposal: JSON with its keys in order, so that the same terms always give the same hash. */
export function canonicalText(terms: Terms): string {
  return JSON.stringify({
    companyId: terms.companyId,
    conversationId: terms.conversationId,
    currency: terms.currency,
    customerId: terms.customerId,
    expertId: terms.expertId,
    feeBasisPoints: terms.feeBasisPoints,
    maximum: maximumOf(terms.milestones).toString(),
    milestones: terms.milestones.map(({ title, amountMinor }) => ({ amount: amountMinor.toString(), title })),
    terms: terms.terms,
    timeline: terms.timeline,
    title: terms.title,
    type: terms.type,
    version: 1,
  });
}

/** Of an amount that the customer pays: what the installation keeps, and what the company earns. */
export function splitOf(amountMinor: bigint, feeBasisPoints: number): { feeMinor: bigint; netMinor: bigint } {
  const feeMinor = shareOf(amountMinor, feeBasisPoints);
  return { feeMinor, netMinor: amountMinor - feeMinor };
}

/** What several payments come to: split one by one, as they are charged, so that no preview is off by a rounded cent. */
export function splitOfAll(
  amounts: readonly bigint[],
  feeBasisPoints: number,
): { feeMinor: bigint; netMinor: bigint } {
  const splits = amounts.map((amount) => splitOf(amount, feeBasisPoints));
  return {
    feeMinor: sumOf(splits.map(({ feeMinor }) => feeMinor)),
    netMinor: sumOf(splits.map(({ netMinor }) => netMinor)),
  };
}

/** 300 → "3%", 250 → "2.5%". */
export function percentOf(basisPoints: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
}

/** Why an amount cannot be paid in one payment, or null. */
export function amountProblem(name: string, minor: bigint, currency = CURRENCY): string | null {
  if (minor < PAYMENT_MIN) return `${name} must be ${formatMoney({ minor: PAYMENT_MIN, currency })} or more.`;
  if (minor > PAYMENT_MAX) return `${name} can be at most ${formatMoney({ minor: PAYMENT_MAX, currency })}.`;
  return null;
}

export function canPropose(facts: { open: number; responseOpen: boolean }): No | null {
  if (!facts.responseOpen)
    return no('conflict', 'The response to this request was withdrawn, so you can’t send a proposal.');
  if (facts.open >= OPEN_MAX)
    return no(
      'conflict',
      `${OPEN_MAX} proposals are already waiting for a decision. Withdraw one before you send another.`,
    );
  return null;
}

/** The customer accepts exactly what was on the page: `hash` is the one that the page showed. */
export function canAccept(facts: {
  status: ProposalState;
  textHash: string;
  hash: string;
  hasMethod: boolean;
  otherAccepted: boolean;
  /** The company has closed since. */
  closed?: boolean;
}): No | null {
  if (!isUnanswered(facts.status)) return alreadyIs(facts.status);
  if (facts.closed) return no('conflict', 'This company has closed, so you can’t accept its proposals.');
  if (facts.hash !== facts.textHash)
    return no('conflict', 'The proposal doesn’t match the text on your page. Read it again, then accept it.');
  if (facts.otherAccepted)
    return no(
      'conflict',
      'Another proposal in this conversation is already accepted. It has to be completed or ended first.',
    );
  if (!facts.hasMethod)
    return no(
      'conflict',
      'You need a card first. Save one under Payment methods, then accept. Nothing is charged when you save it.',
    );
  return null;
}

export function canDecide(status: ProposalState): No | null {
  return isUnanswered(status) ? null : alreadyIs(status);
}

/** What a job is closed over: never over a payment request that the customer has not decided on. */
type Closing = { status: ProposalState; awaitingMinor: bigint; currency: string };

/** Whether the company can say that an agreed job is done, without another payment. */
export function canComplete(facts: Closing): No | null {
  if (isUnanswered(facts.status)) return no('conflict', 'You can complete only an accepted proposal.');
  if (!isInForce(facts.status)) return alreadyIs(facts.status);
  if (facts.awaitingMinor === 0n) return null;
  return no(
    'conflict',
    `Your payment request of ${money(facts)} is awaiting approval. Wait for the decision, or withdraw it, then complete the job.`,
  );
}

/** Whether the customer can end an agreed job. What was asked for is decided on first: ending never decides it. */
export function canEnd(facts: Closing): No | null {
  if (isUnanswered(facts.status))
    return no('conflict', 'You can end only an accepted proposal. Decline this one instead.');
  if (!isInForce(facts.status)) return alreadyIs(facts.status);
  if (facts.awaitingMinor === 0n) return null;
  return no(
    'conflict',
    `A payment request of ${money(facts)} is awaiting your approval. Approve or decline it, then end the job.`,
  );
}

const money = ({ awaitingMinor: minor, currency }: Closing) => formatMoney({ minor, currency });

export function alreadyIs(status: ProposalState): No {
  return no(
    'conflict',
    `This proposal is already ${PROPOSAL.words[status].word.toLowerCase()}. Reload the page.`,
  );
}
