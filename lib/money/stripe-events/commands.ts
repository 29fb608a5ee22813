import { type Actor, authorise } from '@/lib/core/rights';
import { entriesOfHold } from '@/lib/money/ledger/rules';
import { insertMovement, isRecorded } from '@/lib/money/ledger/store';
import { isPaid } from '@/lib/money/payments/lifecycle';
import { findByStripe, lockedPayment } from '@/lib/money/payments/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { readEventJob } from './jobs';
import { STRIPE_EVENT_COMMANDS } from './rights';
import * as store from './store';

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
  authorise(actor, STRIPE_EVENT_COMMANDS.receive);
  const { objectId, ...event } = input;
  const { id } = event;
  const row = { ...event, objectId: objectId ?? '', receivedAt: await tx.now() };
  if (await store.insertEvent(tx, row)) await enqueue(tx, readEventJob, { eventId: id }, { key: id });
}

/** A webhook's words, or null where it was dealt with; with the payment that its object is known by. */
export async function eventToRead(
  tx: Tx,
  actor: Actor,
  input: { eventId: string },
): Promise<{ type: string; objectId: string; paymentId: string | null } | null> {
  authorise(actor, STRIPE_EVENT_COMMANDS.read);
  const event = await store.openEvent(tx, input.eventId);
  if (!event) return null;
  const { type, objectId, intentId, chargeId } = event;
  const intentIds = [objectId, intentId].filter((id) => id !== null);
  return { type, objectId, paymentId: await findByStripe(tx, { intentIds, chargeId }) };
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
  authorise(actor, STRIPE_EVENT_COMMANDS.read);
  const { eventId, paymentId } = input;
  const payment = await lockedPayment(tx, paymentId);
  const at = await tx.now();
  if (!(await store.updateUnhandled(tx, { id: eventId, paymentId, at }))) return;
  const entries = isPaid(payment.status) ? entriesOfHold(payment) : [];
  if (entries.length > 0 && !(await isRecorded(tx, { kind: 'hold', paymentId })))
    await insertMovement(tx, { kind: 'hold', paymentId, at, entries });
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
  authorise(actor, STRIPE_EVENT_COMMANDS.read);
  await store.updateHandled(tx, input.eventId, await tx.now());
}
