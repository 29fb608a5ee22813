import { type Actor, authorise } from '@/lib/core/rights';
import { entriesOfHold } from '@/lib/money/ledger/rules';
import { isRecorded, record } from '@/lib/money/ledger/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { readEventJob } from './jobs';
import { PAYMENT_COMMANDS } from './rights';
import { lockedPayment } from './store';

/** Takes in a webhook, once however often it comes: the insert decides, a job does the work. */
export async function receiveEvent(
  tx: Tx,
  actor: Actor,
  input: {
    id: string;
    type: string;
    objectId: string | null;
    intentId?: string | null;
    chargeId?: string | null;
  },
): Promise<void> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const { objectId, ...event } = input;
  const { id } = event;
  const { count } = await tx.db.stripeEvent.createMany({
    data: { ...event, objectId: objectId ?? '', receivedAt: await tx.now() },
    skipDuplicates: true,
  });
  if (count === 1) await enqueue(tx, readEventJob, { eventId: id }, { key: id });
}

/** A webhook's words, or null where it was dealt with; with the payment that its object is known by. */
export async function eventToRead(
  tx: Tx,
  actor: Actor,
  input: { eventId: string },
): Promise<{ type: string; objectId: string; paymentId: string | null } | null> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const event = await tx.db.stripeEvent.findUnique({ where: { id: input.eventId } });
  if (!event || event.handledAt || event.unhandledAt) return null;
  const { objectId, intentId, chargeId } = event;
  const payment = await tx.db.payment.findFirst({
    where: {
      OR: [
        { stripeIntentId: { in: [objectId, intentId].filter((id) => id !== null) } },
        ...(chargeId ? [{ stripeChargeId: chargeId }] : []),
      ],
    },
    select: { id: true },
  });
  return { type: event.type, objectId: event.objectId, paymentId: payment?.id ?? null };
}

/**
 * Keeps an event that tells of a payment of ours what this version does not follow (a refund or a dispute begun at
 * Stripe): admins see it, and what the company earned from that payment is held until somebody has looked.
 */
export async function markUnhandled(
  tx: Tx,
  actor: Actor,
  input: { eventId: string; paymentId: string },
): Promise<void> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  const { eventId, paymentId } = input;
  const payment = await lockedPayment(tx, paymentId);
  const at = await tx.now();
  const { count } = await tx.db.stripeEvent.updateMany({
    where: { id: eventId, handledAt: null, unhandledAt: null },
    data: { unhandledAt: at, paymentId },
  });
  if (count === 0) return;
  const entries = payment.status === 'succeeded' ? entriesOfHold(payment) : [];
  if (entries.length > 0 && !(await isRecorded(tx, { kind: 'hold', paymentId })))
    await record(tx, { kind: 'hold', paymentId, at, entries });
  const { customerId, companyId } = payment;
  await audit(tx, actor, at, {
    action: 'payments.hold',
    object: 'payment',
    id: paymentId,
    customerId,
    companyId,
    detail: { stripeEvent: eventId },
  });
}

export async function markHandled(tx: Tx, actor: Actor, input: { eventId: string }): Promise<void> {
  authorise(actor, PAYMENT_COMMANDS.charge);
  await tx.db.stripeEvent.updateMany({
    where: { id: input.eventId, handledAt: null },
    data: { handledAt: await tx.now() },
  });
}
