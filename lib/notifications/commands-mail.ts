import { randomUUID } from 'node:crypto';
import { type Actor, authorise } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { sendDigest } from './jobs';
import { NOTIFICATION_COMMANDS } from './rights';
import { addressFor } from './store-mail';
import { keepStop } from './store-settings';

/** Notes that the e-mail went out, and where to. What was noted before stays. */
export async function recordSent(
  tx: Tx,
  actor: Actor,
  input: { notificationIds: string[]; email?: string },
): Promise<void> {
  authorise(actor, NOTIFICATION_COMMANDS.deliver);
  await tx.db.notification.updateMany({
    where: { id: { in: input.notificationIds }, sentAt: null },
    data: { sentAt: await tx.now(), ...(input.email ? { email: input.email } : {}) },
  });
}

/**
 * Takes what waits for a morning that has come into a digest, for one person; answers whether there was somebody. From
 * here on it belongs to that digest alone, so that a crash or a second worker cannot put it into another. What was read
 * meanwhile has been told and is left out; where nothing is left, there is no mail.
 */
export async function gatherDigest(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, NOTIFICATION_COMMANDS.deliver);
  const [due] = await tx.db.$queryRaw<{ personId: string }[]>`
    SELECT "personId" FROM "notification" WHERE "digestAt" <= app_now() ORDER BY "digestAt", id LIMIT 1`;
  if (!due) return false;
  const { personId } = due;
  // Two workers that found the same person take turns; the second finds nothing left.
  await tx.db
    .$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`digest:${personId}`}, 0))) AS held`;
  const rows = await tx.db.notification.findMany({
    where: { personId, digestAt: { lte: await tx.now() } },
    select: { id: true, readAt: true, conversationId: true },
  });
  await tx.db.notification.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { digestAt: null },
  });
  const byAddress = new Map<string, string[]>();
  for (const { id, readAt, conversationId } of rows) {
    const email = readAt ? null : await addressFor(tx.db, { personId, conversationId });
    if (email) byAddress.set(email, [...(byAddress.get(email) ?? []), id]);
  }
  for (const [email, ids] of byAddress) {
    const digestId = randomUUID();
    await tx.db.notification.updateMany({ where: { id: { in: ids } }, data: { digestId, email } });
    await enqueue(tx, sendDigest, { digestId }, { key: digestId });
  }
  return true;
}

/** An address that refuses mail for good, or whose owner called it unwanted: nothing but sign-in is sent to it from now on. */
export async function stopMail(
  tx: Tx,
  actor: Actor,
  input: { email: string; reason: 'bounce' | 'complaint'; detail: string },
): Promise<{ stopped: boolean }> {
  authorise(actor, NOTIFICATION_COMMANDS.stopMail);
  const { email, reason, detail } = input;
  const at = await tx.now();
  const stopped = await keepStop(tx, { email, reason, detail: detail.slice(0, 500), at });
  if (stopped)
    await audit(tx, actor, at, {
      action: 'notifications.stopMail',
      object: 'mail_stop',
      id: null,
      detail: { reason },
    });
  return { stopped };
}
