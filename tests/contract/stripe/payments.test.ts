import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaymentOutcome } from '@/lib/vendors/stripe/outcome';
import {
  cancelPayment,
  confirmPaymentIntent,
  createPaymentIntent,
  findByPayment,
  retrievePayment,
  stripeAmount,
} from '@/lib/vendors/stripe/payments';
import { fresh, payer, startWorld, value, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.sandbox.close());

const ninety = { minor: 90_00n, currency: 'USD' };

async function prepared(card: string) {
  const { customerId, methodId } = await payer(world, card);
  const paymentId = fresh('payment');
  const { intentId } = value(
    await createPaymentIntent(world.config, { paymentId, customerId, amount: ninety }),
  );
  return { customerId, methodId, paymentId, intentId };
}

async function paid(card: string, attempt = 1): Promise<PaymentOutcome & { customerId: string }> {
  const { customerId, ...payment } = await prepared(card);
  return { ...value(await confirmPaymentIntent(world.config, { ...payment, attempt })), customerId };
}

const charges = async (intent: string) => (await world.stripe.charges.list({ payment_intent: intent })).data;

describe('a payment', () => {
  test('is prepared without moving money, and the same one is prepared once', async () => {
    const { customerId, paymentId, intentId } = await prepared('pm_card_visa');
    const again = value(await createPaymentIntent(world.config, { paymentId, customerId, amount: ninety }));
    expect(again).toMatchObject({ intentId, paymentId, state: 'ready', minor: 90_00n, currency: 'USD' });
    expect(await charges(intentId)).toEqual([]);
  });

  test('takes the money from a saved card while nobody is there', async () => {
    const outcome = await paid('pm_card_visa');
    expect(outcome).toMatchObject({ state: 'succeeded', minor: 90_00n });
    const charge = await world.stripe.charges.retrieve(outcome.chargeId!, {
      expand: ['balance_transaction'],
    });
    expect(charge).toMatchObject({ paid: true, amount: 9000, balance_transaction: { fee: 291, net: 8709 } });
  });

  test('that a bank declines says so, and succeeds with another card and attempt', async () => {
    const { customerId, ...payment } = await prepared('pm_card_chargeCustomerFail');
    const declined = value(await confirmPaymentIntent(world.config, { ...payment, attempt: 1 }));
    expect(declined).toMatchObject({
      state: 'failed',
      failureCode: 'generic_decline',
      failureMessage: 'Your card was declined.',
    });
    expect(declined.chargeId).toBeUndefined();
    const { id: methodId } = await world.stripe.paymentMethods.attach('pm_card_mastercard', {
      customer: customerId,
    });
    const second = value(await confirmPaymentIntent(world.config, { ...payment, methodId, attempt: 2 }));
    expect(second.state).toBe('succeeded');
    expect((await charges(payment.intentId)).map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
  });

  test('cannot be taken twice: a later attempt sees that it succeeded', async () => {
    const { customerId: _, ...payment } = await prepared('pm_card_visa');
    await confirmPaymentIntent(world.config, { ...payment, attempt: 1 });
    const again = value(await confirmPaymentIntent(world.config, { ...payment, attempt: 2 }));
    expect(again.state).toBe('succeeded');
    expect(await charges(payment.intentId)).toHaveLength(1);
  });

  test('that is given up can no longer be taken', async () => {
    const { customerId: _, ...payment } = await prepared('pm_card_visa');
    expect(value(await cancelPayment(world.config, payment)).state).toBe('canceled');
    expect(value(await confirmPaymentIntent(world.config, { ...payment, attempt: 1 })).state).toBe(
      'canceled',
    );
    expect(await charges(payment.intentId)).toEqual([]);
  });

  test('that still processes is neither taken nor failed until Stripe says which', async () => {
    await world.control('faults', { path: '/v1/payment_intents', mode: 'processing' });
    const outcome = await paid('pm_card_visa');
    expect(outcome.state).toBe('processing');
    await world.control('settle', { paymentIntent: outcome.intentId, outcome: 'fail' });
    expect(value(await retrievePayment(world.config, outcome.intentId)).state).toBe('failed');
  });

  test('of an amount that Stripe cannot take is refused before it is sent', () => {
    expect(() => stripeAmount(0n)).toThrow(RangeError);
    expect(() => stripeAmount(100_000_000n)).toThrow(RangeError);
    expect(stripeAmount(99_999_999n)).toBe(99_999_999);
  });
});

describe('a bank that wants its customer asked', () => {
  test('answers 402 while nobody is there, and the intent can be tried again', async () => {
    const { customerId: _, methodId, intentId } = await prepared('pm_card_authenticationRequired');
    const confirm = world.stripe.paymentIntents.confirm(intentId, {
      payment_method: methodId,
      off_session: true,
    });
    await expect(confirm).rejects.toMatchObject({
      statusCode: 402,
      type: 'StripeCardError',
      code: 'authentication_required',
      decline_code: 'authentication_required',
      payment_intent: { id: intentId, status: 'requires_payment_method', payment_method: null },
      payment_method: { id: methodId },
    });
  });

  test.each([
    ['approve', 'succeeded', 'succeeded'],
    ['fail', 'failed', 'failed'],
  ])('lets the customer %s it on its own page', async (answer, redirectStatus, state) => {
    const { customerId: _, ...payment } = await prepared('pm_card_authenticationRequired');
    const absent = value(await confirmPaymentIntent(world.config, { ...payment, attempt: 1 }));
    expect(absent).toMatchObject({ state: 'action_required', failureCode: 'authentication_required' });
    expect(absent.actionUrl).toBeUndefined();
    const returnUrl = 'http://127.0.0.1:3000/payments/1?from=bank';
    const present = value(await confirmPaymentIntent(world.config, { ...payment, attempt: 2, returnUrl }));
    expect(present.state).toBe('action_required');
    expect(await (await fetch(present.actionUrl!)).text()).toContain('$90.00');
    const sent = await fetch(present.actionUrl!, {
      method: 'POST',
      body: new URLSearchParams({ answer }),
      redirect: 'manual',
    });
    const back = new URL(sent.headers.get('location')!);
    expect(back.searchParams.get('from')).toBe('bank');
    expect(back.searchParams.get('redirect_status')).toBe(redirectStatus);
    expect(value(await retrievePayment(world.config, payment.intentId)).state).toBe(state);
  });

  test('is content with a card that was approved when it was saved', async () => {
    const { id: customer } = await world.stripe.customers.create({ name: 'Northwind Tools' });
    const setup = await world.stripe.setupIntents.create({
      customer,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
      return_url: 'http://127.0.0.1:3000/back',
    });
    await fetch(setup.next_action!.redirect_to_url!.url!, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'approve' }),
      redirect: 'manual',
    });
    const intent = await world.stripe.paymentIntents.create({
      amount: 9000,
      currency: 'usd',
      customer,
      payment_method: setup.payment_method as string,
      confirm: true,
      off_session: true,
    });
    expect(intent.status).toBe('succeeded');
  });
});

describe('a lost intent', () => {
  test('is found by its payment through the search, or by the list while the index lags', async () => {
    const { customerId, paymentId, intentId } = await prepared('pm_card_visa');
    expect(value(await findByPayment(world.config, { paymentId, customerId }))?.intentId).toBe(intentId);
    await world.control('search', { lagSeconds: 60 });
    const query = `metadata['paymentId']:'${paymentId}'`;
    expect((await world.stripe.paymentIntents.search({ query })).data).toEqual([]);
    expect(value(await findByPayment(world.config, { paymentId, customerId }))?.intentId).toBe(intentId);
    await world.control('search', { lagSeconds: 0 });
    expect(value(await findByPayment(world.config, { paymentId: 'never-made', customerId }))).toBeNull();
  });

  test('that was prepared twice is the one which went furthest', async () => {
    const { customerId, methodId, paymentId, intentId } = await prepared('pm_card_visa');
    await confirmPaymentIntent(world.config, { paymentId, intentId, methodId, attempt: 1 });
    const second = value(
      await createPaymentIntent(world.config, { paymentId, customerId, amount: ninety, attempt: 2 }),
    );
    expect(second.intentId).not.toBe(intentId);
    expect(value(await findByPayment(world.config, { paymentId, customerId }))).toMatchObject({
      intentId,
      state: 'succeeded',
    });
  });
});

describe('a refund', () => {
  test('gives back part of a charge once, and never more than is left', async () => {
    const { chargeId = '', intentId } = await paid('pm_card_visa');
    const once = { idempotencyKey: fresh('refund') };
    const first = await world.stripe.refunds.create({ charge: chargeId, amount: 3000 }, once);
    expect(first).toMatchObject({ status: 'succeeded', amount: 3000 });
    const again = await world.stripe.refunds.create({ charge: chargeId, amount: 3000 }, once);
    expect(again.id).toBe(first.id);
    const tooMuch = world.stripe.refunds.create({ charge: chargeId, amount: 6001 });
    await expect(tooMuch).rejects.toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 });
    expect(await charges(intentId)).toMatchObject([{ amount_refunded: 3000, refunded: false }]);
    const balance = await world.stripe.balanceTransactions.list({ source: first.id });
    expect(balance.data).toMatchObject([{ amount: -3000, net: -3000, type: 'refund' }]);
  });
});
