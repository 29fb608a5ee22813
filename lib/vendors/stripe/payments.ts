import type { Money } from '@/lib/core/money';
import { type StripeConfig, stripeClient } from './client';
import { type PaymentOutcome, paymentOutcome } from './outcome';
import { asked, type StripeResult } from './result';

/** Stripe takes eight digits at most. */
const LARGEST = 99_999_999n;
/** How many of a customer's newest payments are looked through when the search finds nothing. */
const LOOK_BACK = 500;

/** A payment of ours and the intent that was prepared for it. */
export type PreparedPayment = { paymentId: string; intentId: string };

/** Stripe's integer for an amount; an amount it cannot take is our own mistake, so this throws. */
export function stripeAmount(minor: bigint): number {
  if (minor <= 0n || minor > LARGEST) throw new RangeError(`Stripe cannot take ${minor} minor units`);
  return Number(minor);
}

/**
 * Prepares a payment without taking it. Whatever happens in between, at most the confirmed intent moves money,
 * so a second one made after the key was forgotten is harmless as long as only the kept id is confirmed.
 * `attempt` above 1 asks with a new key, for when Stripe stored an error of its own under the first.
 */
export function createPaymentIntent(
  config: StripeConfig,
  payment: { paymentId: string; customerId: string; amount: Money; description?: string; attempt?: number },
): Promise<StripeResult<PaymentOutcome>> {
  const { paymentId, attempt = 1 } = payment;
  const amount = stripeAmount(payment.amount.minor);
  return asked(async () => {
    const intent = await stripeClient(config).paymentIntents.create(
      {
        amount,
        currency: payment.amount.currency.toLowerCase(),
        customer: payment.customerId,
        allowed_payment_method_types: ['card'],
        metadata: { paymentId },
        ...(payment.description ? { description: payment.description } : {}),
      },
      { idempotencyKey: attempt === 1 ? `pi:${paymentId}` : `pi:${paymentId}:${attempt}` },
    );
    return paymentOutcome(intent);
  });
}

/**
 * Takes the money, once per `attempt` number. Nobody is there (`off_session`) unless `returnUrl` says where the
 * customer, who is, comes back to after the bank's page. The outcome is always read afresh from Stripe, so a
 * declined card, and an intent that an earlier call had already settled, are outcomes and not problems.
 */
export async function confirmPaymentIntent(
  config: StripeConfig,
  payment: PreparedPayment & { methodId: string; attempt: number; returnUrl?: string },
): Promise<StripeResult<PaymentOutcome>> {
  const { paymentId, intentId, methodId, attempt, returnUrl } = payment;
  const confirmed = await asked(() =>
    stripeClient(config).paymentIntents.confirm(
      intentId,
      {
        payment_method: methodId,
        ...(returnUrl === undefined ? { off_session: true } : { return_url: returnUrl }),
      },
      { idempotencyKey: `pi:${paymentId}:c:${attempt}` },
    ),
  );
  const settled =
    confirmed.ok || confirmed.problem === 'declined' || confirmed.code === 'payment_intent_unexpected_state';
  return settled ? retrievePayment(config, intentId) : confirmed;
}

export function retrievePayment(
  config: StripeConfig,
  intentId: string,
): Promise<StripeResult<PaymentOutcome>> {
  return asked(async () => paymentOutcome(await stripeClient(config).paymentIntents.retrieve(intentId)));
}

/**
 * Gives a payment up before it was taken, so that it can never be. Needs no key of ours: a second cancelling
 * changes nothing.
 */
export async function cancelPayment(
  config: StripeConfig,
  payment: PreparedPayment,
): Promise<StripeResult<PaymentOutcome>> {
  const canceled = await asked(() => stripeClient(config).paymentIntents.cancel(payment.intentId));
  const settled = canceled.ok || canceled.code === 'payment_intent_unexpected_state';
  return settled ? retrievePayment(config, payment.intentId) : canceled;
}

/**
 * The payment's intent when its id was lost: by search, and, because the search index lags by up to a minute,
 * by the customer's newest payments. Null when Stripe knows of none.
 */
export function findByPayment(
  config: StripeConfig,
  payment: { paymentId: string; customerId: string },
): Promise<StripeResult<PaymentOutcome | null>> {
  const { paymentId, customerId } = payment;
  if (!/^[\w-]+$/.test(paymentId)) throw new RangeError('A payment id holds letters, digits, - and _ only');
  const { paymentIntents } = stripeClient(config);
  return asked(async () => {
    const { data } = await paymentIntents.search({
      query: `metadata['paymentId']:'${paymentId}'`,
      limit: 100,
    });
    const found = [...data];
    if (found.length === 0) {
      const newest = await paymentIntents
        .list({ customer: customerId, limit: 100 })
        .autoPagingToArray({ limit: LOOK_BACK });
      found.push(...newest.filter((intent) => intent.metadata.paymentId === paymentId));
    }
    return found.map(paymentOutcome).sort(furthestFirst)[0] ?? null;
  });
}

const FURTHEST: PaymentOutcome['state'][] = [
  'succeeded',
  'processing',
  'action_required',
  'failed',
  'ready',
  'canceled',
];

function furthestFirst(a: PaymentOutcome, b: PaymentOutcome): number {
  return FURTHEST.indexOf(a.state) - FURTHEST.indexOf(b.state);
}
