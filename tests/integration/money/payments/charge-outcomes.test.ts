import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VENDOR } from '@/lib/core/rights';
import { paymentRequestOf, paymentsOf } from '@/lib/money/payment-requests/queries';
import { keepFailure } from '@/lib/money/payments/commands';
import { charge, sweeps } from '@/lib/money/payments/handlers';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { cancelPayment } from '@/lib/vendors/stripe/payments';
import { type Bank, retry, saveCard } from '@/tests/fixtures/money';
import { codeOf } from '@/tests/fixtures/outcome';
import { entriesOf, expectPaidOnce, openTill, payment, row, STEPS } from '@/tests/fixtures/till';

let bank: Bank;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ bank, close } = await openTill());
});
afterAll(() => close());

describe('a declined card', () => {
  test('fails the payment, says why to the customer alone, and can never be charged later', async () => {
    const of = await payment(bank, 'pm_card_chargeCustomerFail');
    await charge(of.paymentId);
    const failed = await row(of.paymentId);
    expect(failed).toMatchObject({ status: 'failed', failureCode: 'generic_decline' });
    const intent = await bank.stripe.paymentIntents.retrieve(failed.stripeIntentId!);
    expect(intent.status).toBe('canceled');
    expect(await entriesOf(of.paymentId)).toEqual([]);
    const { people, conversationId } = of.world;
    const shown = await paymentRequestOf(people.owner, of.paymentRequestId);
    expect(shown).toMatchObject({ shown: { word: 'Payment failed' }, may: { retry: true } });
    expect((await paymentsOf(people.owner, conversationId)).turns[0]?.says).toBe(
      'failed payment of $400.00 to retry',
    );
    expect((await paymentRequestOf(people.expert, of.paymentRequestId))?.may.retry).toBe(false);
  });

  test('is tried again with the newest card, as another payment; twice at once makes one', async () => {
    const of = await payment(bank, 'pm_card_chargeCustomerFail');
    await charge(of.paymentId);
    const { people, customerId } = of.world;
    const method = await bank.stripe.paymentMethods.attach('pm_card_visa', { customer: of.stripeCustomerId });
    await saveCard(customerId, { stripeCustomerId: of.stripeCustomerId, methodId: method.id });
    const input = { paymentRequestId: of.paymentRequestId };
    const outcomes = await Promise.all([retry(people.owner, input), retry(people.buyer, input)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    const [second] = await database().payment.findMany({ where: { ...input, id: { not: of.paymentId } } });
    await charge(second!.id);
    await expectPaidOnce(bank, { ...of, paymentId: second!.id });
    expect(await bank.taken(of.paymentId)).toBe(0);
    expect(codeOf(await retry(people.owner, input))).toBe('conflict');
  });

  test('killed between the refusal and the cancelling is still failed with its reason', async () => {
    const of = await payment(bank, 'pm_card_chargeCustomerFail');
    const intentId = await STEPS.confirmed(of);
    const { paymentId } = of;
    await perform(VENDOR, (tx) =>
      keepFailure(tx, VENDOR, { paymentId, code: 'generic_decline', message: 'No.' }),
    );
    await cancelPayment(stripeConfig(), { paymentId, intentId });
    expect((await row(paymentId)).status).toBe('pending');
    await charge(paymentId);
    expect(await row(paymentId)).toMatchObject({ status: 'failed', failureCode: 'generic_decline' });
  });

  test('without a card on file there is nothing to charge, and that is said', async () => {
    const of = await payment(bank);
    await database().payment.update({ where: { id: of.paymentId }, data: { stripeMethodId: null } });
    await database().paymentMethod.updateMany({
      where: { customerId: of.world.customerId },
      data: { removedAt: new Date() },
    });
    await charge(of.paymentId);
    expect(await row(of.paymentId)).toMatchObject({ status: 'failed', failureCode: 'no_payment_method' });
  });

  test('a card that Stripe no longer has fails the payment instead of trying for ever', async () => {
    const of = await payment(bank);
    await database().payment.update({ where: { id: of.paymentId }, data: { stripeMethodId: 'pm_gone' } });
    await charge(of.paymentId);
    expect((await row(of.paymentId)).status).toBe('failed');
    expect(await bank.taken(of.paymentId)).toBe(0);
  });
});

describe('a bank that asks', () => {
  const answer = (url: string, choice: string) =>
    fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ answer: choice }) });

  test('opens its page for the customer alone; the approval settles the payment', async () => {
    const of = await payment(bank, 'pm_card_authenticationRequired');
    await charge(of.paymentId);
    const waiting = await row(of.paymentId);
    expect(waiting).toMatchObject({ status: 'action_required', attempt: 2 });
    const { people } = of.world;
    const shown = await paymentRequestOf(people.owner, of.paymentRequestId);
    expect(shown?.payment?.actionUrl).toBe(waiting.actionUrl);
    expect((await paymentRequestOf(people.expert, of.paymentRequestId))?.payment?.actionUrl).toBeNull();
    expect((await paymentRequestOf(people.member, of.paymentRequestId))?.payment?.actionUrl).toBeNull();
    await answer(waiting.actionUrl!, 'approve');
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });

  test('and is refused there fails the payment', async () => {
    const of = await payment(bank, 'pm_card_authenticationRequired');
    await charge(of.paymentId);
    await answer((await row(of.paymentId)).actionUrl!, 'refuse');
    await charge(of.paymentId);
    expect((await row(of.paymentId)).status).toBe('failed');
    expect(await bank.taken(of.paymentId)).toBe(0);
  });
});

describe('a payment that takes its time', () => {
  test('is processing until Stripe knows, and the sweep asks where no webhook comes', async () => {
    await bank.control('faults', { path: '/v1/payment_intents', mode: 'processing' });
    const of = await payment(bank);
    await charge(of.paymentId);
    const slow = await row(of.paymentId);
    expect(slow.status).toBe('processing');
    await bank.control('settle', { paymentIntent: slow.stripeIntentId, outcome: 'succeed' });
    const sweep = sweeps.find(({ name }) => name === 'payments.checkUnsettled')!;
    await database().$executeRaw`UPDATE "payment" SET "checkAt" = app_now() + interval '1 hour'`;
    expect(await sweep.run()).toBe(0);
    await database().$executeRaw`UPDATE "payment" SET "checkAt" = app_now() WHERE id = ${of.paymentId}::uuid`;
    expect(await sweep.run()).toBe(1);
    expect(await sweep.run()).toBe(0);
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });
});
