import { randomUUID } from 'node:crypto';
import { type Actor, authorise } from '@/lib/core/rights';
import { addressFor } from '@/lib/notifications/bounces/store';
import * as news from '@/lib/notifications/news/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { sendDigest } from './jobs';
import { DELIVERY_COMMANDS } from './rights';

/** Notes that the e-mail went out, and where to. What was noted before stays. */
export async function recordSent(
  tx: Tx,
  actor: Actor,
  input: { notificationIds: string[]; email?: string },
): Promise<void> {
  authorise(actor, DELIVERY_COMMANDS.deliver);
  await news.updateSent(tx, { ids: input.notificationIds, email: input.email, at: await tx.now() });
}

/**
 * Takes what waits for a morning that has come into a digest, for one person; answers whether there was somebody. From
 * here on it belongs to that digest alone, so that a crash or a second worker cannot put it into another. What was read
 * meanwhile has been told and is left out; where nothing is left, there is no mail.
 */
export async function gatherDigest(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, DELIVERY_COMMANDS.deliver);
  const personId = await news.nextMorning(tx);
  if (!personId) return false;
  const byAddress = new Map<string, string[]>();
  for (const { id, readAt, conversationId } of await news.claimWaiting(tx, personId, await tx.now())) {
    const email = readAt ? null : await addressFor(tx, { personId, conversationId });
    if (email) byAddress.set(email, [...(byAddress.get(email) ?? []), id]);
  }
  for (const [email, ids] of byAddress) {
    const digestId = randomUUID();
    await news.updateDigest(tx, { ids, digestId, email });
    await enqueue(tx, sendDigest, { digestId }, { key: digestId });
  }
  return true;
}
