import { type Actor, authorise } from '@/lib/core/rights';
import type { Tx } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { readEventJob } from './jobs';

/** Takes in a webhook, once however often it comes: the insert decides, a job does the work. */
export async function receiveEvent(
  tx: Tx,
  actor: Actor,
  input: { id: string; type: string; objectId: string | null },
): Promise<void> {
  authorise(actor, 'payments.charge');
  const { id, type, objectId } = input;
  const { count } = await tx.db.stripeEvent.createMany({
    data: { id, type, objectId: objectId ?? '', receivedAt: await tx.now() },
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
  authorise(actor, 'payments.charge');
  const event = await tx.db.stripeEvent.findUnique({ where: { id: input.eventId } });
  if (!event || event.handledAt) return null;
  const payment = await tx.db.payment.findUnique({
    where: { stripeIntentId: event.objectId },
    select: { id: true },
  });
  return { type: event.type, objectId: event.objectId, paymentId: payment?.id ?? null };
}

export async function markHandled(tx: Tx, actor: Actor, input: { eventId: string }): Promise<void> {
  authorise(actor, 'payments.charge');
  await tx.db.stripeEvent.updateMany({
    where: { id: input.eventId, handledAt: null },
    data: { handledAt: await tx.now() },
  });
}
