import { ended } from '@/lib/core/lifecycle';
import type { Money } from '@/lib/core/money';
import { type Actor, authorise } from '@/lib/core/rights';
import { later, MINUTE } from '@/lib/core/time';
import { splitOf } from '@/lib/job/proposals/rules';
import { entriesOfCharge } from '@/lib/money/ledger/rules';
import { insertMovement } from '@/lib/money/ledger/store';
import { customerById, newestMethod } from '@/lib/money/methods/store';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { chargeJob } from './jobs';
import { isFailed, PAYMENT } from './lifecycle';
import { PAYMENT_COMMANDS } from './rights';
import { eventOf, nextCheck, type VendorState } from './rules';
import { insertPayment, lockedPayment, lockedUnsettled, type NewPayment, updatePayment } from './store';

type OfPayment = { paymentId: string };

/** What the handler needs to know to bring a payment to its outcome. */
export type Charge = {
  paymentId: string;
  paymentRequestId: string;
  amount: Money;
  title: string;
  stripeCustomerId: string | null;
  methodId: string | null;
  intentId: string | null;
  /** The number in the idempotency keys; goes up only when Stripe has answered the one before. */
  attempt: number;
  createdAt: Date;
  at: Date;
};

/** How long the first answer of Stripe may take before it is asked what became of it. */
const FIRST_CHECK_MS = 2 * MINUTE;

/** A payment of what was approved, by the card that is the newest now. The charge itself is a later fact. */
export async function open(
  tx: Tx,
  actor: Actor,
  of: Omit<NewPayment, 'feeMinor' | 'stripeMethodId' | 'createdAt' | 'checkAt'> & { feeBasisPoints: number },
  at: Date,
): Promise<void> {
  const { feeBasisPoints, ...terms } = of;
  const method = await newestMethod(tx, of.customerId);
  const { id } = await insertPayment(tx, {
    ...terms,
    feeMinor: splitOf(of.amountMinor, feeBasisPoints).feeMinor,
    stripeMethodId: method?.stripeMethodId ?? null,
    createdAt: at,
    checkAt: later(at, FIRST_CHECK_MS),
  });
  await begin(tx, PAYMENT, { id, actor, at });
  await enqueue(tx, chargeJob, { paymentId: id }, { key: id });
}

/** Fixes the card and the first attempt before Stripe is asked. Null where the outcome is known already. */
export async function beginCharge(tx: Tx, actor: Actor, input: OfPayment): Promise<Charge | null> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const payment = await lockedPayment(tx, input.paymentId);
  if (ended(PAYMENT, payment.status)) return null;
  const customer = await customerById(tx, payment.customerId);
  const methodId =
    payment.stripeMethodId ?? (await newestMethod(tx, payment.customerId))?.stripeMethodId ?? null;
  const attempt = Math.max(payment.attempt, 1);
  await updatePayment(tx, payment.id, { stripeMethodId: methodId, attempt });
  return {
    paymentId: payment.id,
    paymentRequestId: payment.paymentRequestId,
    amount: { minor: payment.amountMinor, currency: payment.currency },
    title: payment.paymentRequest.proposal.title,
    stripeCustomerId: customer.stripeCustomerId,
    methodId,
    intentId: payment.stripeIntentId,
    attempt,
    createdAt: payment.createdAt,
    at: await tx.now(),
  };
}

/** Keeps Stripe's id before anything is confirmed. The first one kept stays: answers with it. */
export async function keepIntent(
  tx: Tx,
  actor: Actor,
  input: OfPayment & { intentId: string },
): Promise<string> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const payment = await lockedPayment(tx, input.paymentId);
  if (payment.stripeIntentId) return payment.stripeIntentId;
  await updatePayment(tx, payment.id, { stripeIntentId: input.intentId });
  return input.intentId;
}

/** The next attempt's number, once Stripe has answered the one before it. */
export async function nextAttempt(
  tx: Tx,
  actor: Actor,
  input: OfPayment & { after: number },
): Promise<number> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const payment = await lockedPayment(tx, input.paymentId);
  const attempt = Math.max(payment.attempt, input.after + 1);
  await updatePayment(tx, payment.id, { attempt });
  return attempt;
}

/** Why the card was refused, kept before the payment is cancelled at Stripe: only then is it called failed. */
export async function keepFailure(
  tx: Tx,
  actor: Actor,
  input: OfPayment & { code: string; message: string | null },
): Promise<void> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const payment = await lockedPayment(tx, input.paymentId);
  if (ended(PAYMENT, payment.status)) return;
  await updatePayment(tx, payment.id, { failureCode: input.code, failureMessage: input.message });
}

export type Told = {
  state: VendorState;
  minor: bigint;
  currency: string;
  intentId: string | null;
  chargeId?: string;
  failureCode?: string;
  failureMessage?: string;
  actionUrl?: string;
};

/** Applies what Stripe says of a payment. Saying it again, late or out of order changes nothing. */
export async function finish(tx: Tx, actor: Actor, input: OfPayment & { told: Told }): Promise<void> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const payment = await lockedPayment(tx, input.paymentId);
  const { told } = input;
  const at = await tx.now();
  if (told.intentId && (told.minor !== payment.amountMinor || told.currency !== payment.currency))
    throw new Error(`Stripe's ${told.intentId} is not over the amount of payment ${payment.id}`);
  if (told.state === 'succeeded' && isFailed(payment.status))
    throw new Error(`Stripe has taken money for payment ${payment.id}, which had failed`);
  const event = eventOf(payment.status, told.state);
  const { conversationId } = payment.paymentRequest.proposal;
  if (!event) {
    const actionUrl = told.actionUrl ?? payment.actionUrl;
    if (payment.status === told.state && actionUrl !== payment.actionUrl)
      await updatePayment(tx, payment.id, { actionUrl });
    return;
  }
  const code = told.failureCode ?? payment.failureCode ?? 'canceled';
  const over = event === 'succeed' || event === 'fail';
  await move(tx, PAYMENT, {
    id: payment.id,
    from: payment.status,
    event,
    actor,
    of: payment,
    at,
    data: {
      ...(event === 'succeed'
        ? {
            stripeIntentId: told.intentId,
            stripeChargeId: told.chargeId ?? null,
            failureCode: null,
            failureMessage: null,
          }
        : {}),
      ...(event === 'fail'
        ? { failureCode: code, failureMessage: told.failureMessage ?? payment.failureMessage }
        : {}),
      actionUrl: event === 'ask' ? (told.actionUrl ?? null) : null,
      settledAt: over ? at : null,
      checkAt: over ? null : nextCheck(payment.createdAt, at),
    },
  });
  const { customerId, companyId, proposalId, amountMinor, currency } = payment;
  await audit(tx, actor, at, {
    action: `payments.${event}`,
    object: 'payment',
    id: payment.id,
    customerId,
    companyId,
    detail: { amount: amountMinor.toString(), currency, ...(event === 'fail' ? { code } : {}) },
  });
  const ids = { paymentId: payment.id, proposalId, conversationId, customerId, companyId };
  if (event === 'succeed') {
    await insertMovement(tx, {
      kind: 'charge',
      paymentId: payment.id,
      at,
      entries: entriesOfCharge(payment),
    });
    tx.emit({ name: 'payment.succeeded', final: payment.paymentRequest.final, ...ids });
  } else if (event === 'fail') tx.emit({ name: 'payment.failed', code, ...ids });
  else if (event === 'ask') tx.emit({ name: 'payment.action_required', ...ids });
  else await announce(tx, { what: 'job', conversationId });
}

/** Has Stripe asked again about payments whose outcome is overdue: a webhook may never come. Answers how many. */
export async function sweepUnsettled(tx: Tx, actor: Actor, input: { limit: number }): Promise<number> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const at = await tx.now();
  const due = await lockedUnsettled(tx, at, input.limit);
  for (const { id, createdAt } of due) {
    await updatePayment(tx, id, { checkAt: nextCheck(createdAt, at) });
    await enqueue(tx, chargeJob, { paymentId: id }, { key: id });
  }
  return due.length;
}
