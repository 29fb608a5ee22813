import { showId } from '@/lib/core/id';
import { VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import type { PaymentOutcome } from '@/lib/vendors/stripe/outcome';
import {
  cancelPayment,
  confirmPaymentIntent,
  createPaymentIntent,
  findByPayment,
  retrievePayment,
} from '@/lib/vendors/stripe/payments';
import { isForGood, type StripeProblem } from '@/lib/vendors/stripe/result';
import {
  beginCharge,
  type Charge,
  finish,
  keepFailure,
  keepIntent,
  nextAttempt,
  sweepUnsettled,
} from './commands';
import { chargeJob } from './jobs';
import { keyMayBeForgotten } from './rules';

/**
 * Brings a payment to its outcome from wherever it stands. It may stop between any two lines and run again, also twice at
 * once: an intent is kept before it is confirmed, is confirmed under the same key until Stripe has answered, and takes
 * money once; a payment is called failed only after its intent is cancelled, so that no late call can take the money.
 */
export async function charge(paymentId: string): Promise<void> {
  const begun = await perform(VENDOR, (tx) => beginCharge(tx, VENDOR, { paymentId }));
  if (!begun) return;
  const { stripeCustomerId, methodId } = begun;
  if (!stripeCustomerId || !methodId)
    return failWithout(begun, 'no_payment_method', 'There was no card to charge.');
  const made = await intentOf(begun, stripeCustomerId);
  if (!made) return;
  const intentId = await perform(VENDOR, (tx) =>
    keepIntent(tx, VENDOR, { paymentId, intentId: made.intentId }),
  );
  let outcome = intentId === made.intentId ? made : await retrieved(begun, intentId);
  if (outcome.state === 'ready') outcome = await confirmed(begun, { intentId, methodId });
  if (outcome.state === 'action_required' && !outcome.actionUrl) {
    // The bank refused in the customer's absence. Asking again with a way back opens the bank's page for them.
    const attempt = await perform(VENDOR, (tx) =>
      nextAttempt(tx, VENDOR, { paymentId, after: begun.attempt }),
    );
    const returnUrl = `${env.APP_URL}/payment-requests/${showId(begun.paymentRequestId)}`;
    outcome = await confirmed({ ...begun, attempt }, { intentId, methodId, returnUrl });
  }
  await conclude(begun, outcome);
}

/** The payment's intent: the one that is kept, the one that an earlier run made and lost, or a new one. Null: refused for good. */
async function intentOf(begun: Charge, customerId: string): Promise<PaymentOutcome | null> {
  const { paymentId, intentId, attempt, amount, title } = begun;
  if (intentId) return retrieved(begun, intentId);
  if (attempt > 1 || keyMayBeForgotten(begun.createdAt, begun.at)) {
    const earlier = await findByPayment(stripeConfig(), { paymentId, customerId });
    if (!earlier.ok) throw await unanswered(begun, earlier);
    if (earlier.value) return earlier.value;
  }
  const made = await createPaymentIntent(stripeConfig(), {
    paymentId,
    customerId,
    amount,
    attempt,
    description: title,
  });
  if (made.ok) return made.value;
  if (!isForGood(made)) throw await unanswered(begun, made);
  await failWithout(begun, made.code ?? made.problem, made.message);
  return null;
}

async function retrieved(begun: Charge, intentId: string): Promise<PaymentOutcome> {
  const answer = await retrievePayment(stripeConfig(), intentId);
  if (!answer.ok) throw await unanswered(begun, answer);
  return answer.value;
}

async function confirmed(
  begun: Charge,
  how: { intentId: string; methodId: string; returnUrl?: string },
): Promise<PaymentOutcome> {
  const { paymentId, attempt } = begun;
  const answer = await confirmPaymentIntent(stripeConfig(), { paymentId, attempt, ...how });
  if (answer.ok) return answer.value;
  if (!isForGood(answer)) throw await unanswered(begun, answer);
  const outcome = await retrieved(begun, how.intentId);
  if (outcome.state !== 'ready') return outcome;
  return {
    ...outcome,
    state: 'failed',
    failureCode: answer.code ?? answer.problem,
    failureMessage: answer.message,
  };
}

async function conclude(begun: Charge, outcome: PaymentOutcome): Promise<void> {
  const { paymentId } = begun;
  if (outcome.state === 'ready') throw new Error(`Stripe has not taken up payment ${paymentId} yet`);
  if (outcome.state !== 'failed')
    return perform(VENDOR, (tx) => finish(tx, VENDOR, { paymentId, told: outcome }));
  const code = outcome.failureCode ?? 'declined';
  await perform(VENDOR, (tx) =>
    keepFailure(tx, VENDOR, { paymentId, code, message: outcome.failureMessage ?? null }),
  );
  const canceled = await cancelPayment(stripeConfig(), { paymentId, intentId: outcome.intentId });
  if (!canceled.ok) throw await unanswered(begun, canceled);
  if (canceled.value.state === 'failed') throw new Error(`Stripe has not cancelled payment ${paymentId} yet`);
  await conclude(begun, canceled.value);
}

/** Fails a payment for which nothing at Stripe can ever take money. */
function failWithout(
  { paymentId, amount }: Charge,
  failureCode: string,
  failureMessage: string,
): Promise<void> {
  const told = { state: 'failed' as const, intentId: null, ...amount, failureCode, failureMessage };
  return perform(VENDOR, (tx) => finish(tx, VENDOR, { paymentId, told }));
}

/** The error that sends the job back to the queue. Stripe repeats an error of its own under the same key, so then the next try has another. */
async function unanswered({ paymentId, attempt }: Charge, answer: StripeProblem): Promise<Error> {
  if (answer.problem === 'broken')
    await perform(VENDOR, (tx) => nextAttempt(tx, VENDOR, { paymentId, after: attempt }));
  return new Error(`Stripe: ${answer.problem} (${answer.code ?? 'no code'}): ${answer.message}`);
}

export const handlers: Handler[] = [handler(chargeJob, ({ paymentId }) => charge(paymentId))];

/** How many are dealt with in one round. */
const ROUND = 100;

export const sweeps: Sweep[] = [
  {
    name: 'payments.checkUnsettled',
    run: () => perform(VENDOR, (tx) => sweepUnsettled(tx, VENDOR, { limit: ROUND })),
  },
];
