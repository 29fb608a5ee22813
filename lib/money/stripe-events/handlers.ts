import { VENDOR } from '@/lib/core/rights';
import { recordMethod } from '@/lib/money/methods/commands';
import { charge } from '@/lib/money/payments/handlers';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { retrieveSetupSession } from '@/lib/vendors/stripe/setup';
import { eventToRead, markHandled, markUnhandled } from './commands';
import { readEventJob } from './jobs';

/** Webhooks that tell of an outcome. The object is always fetched again: the order of events and their snapshots prove nothing. */
const OUTCOMES = new Set([
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.canceled',
]);

/** What else Stripe says of a charge on its way: the outcomes tell all of it. */
const BESIDE = new Set([
  'payment_intent.created',
  'payment_intent.amount_capturable_updated',
  'charge.captured',
  'charge.expired',
  'charge.failed',
  'charge.pending',
  'charge.succeeded',
  'charge.updated',
]);

export async function readEvent(eventId: string): Promise<void> {
  const event = await perform(VENDOR, (tx) => eventToRead(tx, VENDOR, { eventId }));
  if (!event) return;
  const { type, paymentId } = event;
  if (paymentId && !BESIDE.has(type)) {
    // Whatever it says, the payment's own outcome comes first: a refund may overtake the news of its charge.
    await charge(paymentId);
    if (!OUTCOMES.has(type))
      return perform(VENDOR, (tx) => markUnhandled(tx, VENDOR, { eventId, paymentId }));
  }
  if (event.type === 'checkout.session.completed') await readSession(event.objectId);
  await perform(VENDOR, (tx) => markHandled(tx, VENDOR, { eventId }));
}

async function readSession(sessionId: string): Promise<void> {
  const answer = await retrieveSetupSession(stripeConfig(), sessionId);
  if (!answer.ok) throw new Error(`Stripe: ${answer.problem}: ${answer.message}`);
  const { customerId: stripeCustomerId, method } = answer.value;
  if (!stripeCustomerId || !method) return;
  await perform(VENDOR, (tx) =>
    recordMethod(tx, VENDOR, { stripeCustomerId, method, next: '/payment-methods' }),
  );
}

export const handlers: Handler[] = [handler(readEventJob, ({ eventId }) => readEvent(eventId))];
