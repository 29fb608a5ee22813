import { POST as webhook } from '@/app/api/stripe/webhook/route';
import { VENDOR } from '@/lib/core/rights';
import { beginCharge, keepIntent } from '@/lib/money/payments/commands';
import { charge } from '@/lib/money/payments/handlers';
import { readEvent } from '@/lib/money/stripe-events/handlers';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { confirmPaymentIntent, createPaymentIntent } from '@/lib/vendors/stripe/payments';
import type { Bank } from '@/tests/fixtures/money';
import { CRASHES, type How } from './model';

/** `again`: it failed, and the queue would bring it again. */
type Told = { code: string };
const DONE: Told = { code: 'done' };

const newestPayment = (paymentRequestId: string) =>
  database().payment.findFirstOrThrow({
    where: { paymentRequestId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

/** Runs the handler once, with a failure of Stripe's or killed on its way. */
export async function chargeReally(bank: Bank, paymentRequestId: string, how: How): Promise<Told> {
  const { id } = await newestPayment(paymentRequestId);
  if ((CRASHES as readonly string[]).includes(how)) return killedAfter(id, how);
  if (how !== 'plain') await bank.control('faults', { path: '/v1/payment_intents', mode: how });
  try {
    await charge(id);
    return DONE;
  } catch {
    return { code: 'again' };
  } finally {
    await fetch(`${bank.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  }
}

/** The handler's own steps, as far as it came. */
async function killedAfter(paymentId: string, how: How): Promise<Told> {
  const begun = await perform(VENDOR, (tx) => beginCharge(tx, VENDOR, { paymentId }));
  const { stripeCustomerId: customerId, methodId } = begun ?? {};
  if (!begun || !customerId || !methodId || how === 'begun') return DONE;
  const { amount, attempt, title: description } = begun;
  const made = begun.intentId
    ? { ok: true as const, value: { intentId: begun.intentId } }
    : await createPaymentIntent(stripeConfig(), { paymentId, customerId, amount, attempt, description });
  if (!made.ok || how === 'created') return DONE;
  const intentId = await perform(VENDOR, (tx) =>
    keepIntent(tx, VENDOR, { paymentId, intentId: made.value.intentId }),
  );
  if (how === 'confirmed')
    await confirmPaymentIntent(stripeConfig(), { paymentId, attempt, intentId, methodId });
  return DONE;
}

/** Every webhook about the newest payment, each twice, the newest first: as late, doubled and out of order as it gets. */
export async function tellTwice(bank: Bank, paymentRequestId: string): Promise<Told> {
  const { stripeIntentId } = await newestPayment(paymentRequestId);
  const { data } = await bank.stripe.events.list({ limit: 100 });
  const about = data.filter((event) => (event.data.object as { id?: string }).id === stripeIntentId);
  const secret = env.STRIPE_WEBHOOK_SECRET;
  let code = 'done';
  for (const event of [...about, ...about]) {
    const payload = JSON.stringify(event);
    const headers = {
      'stripe-signature': bank.stripe.webhooks.generateTestHeaderString({ payload, secret }),
    };
    const request = new Request('http://127.0.0.1/api/stripe/webhook', {
      method: 'POST',
      body: payload,
      headers,
    });
    if ((await webhook(request)).status !== 200) throw new Error('a genuine webhook was refused');
    await readEvent(event.id).catch(() => {
      code = 'again';
    });
  }
  return { code };
}
