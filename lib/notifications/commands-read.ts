import { found } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import type { Tx } from '@/lib/platform/db/transaction';
import { NOTIFICATION_COMMANDS } from './rights';
import type { SeePage } from './schema';

/** Marks one notification of one's own as read, or all of them. */
export async function markRead(
  tx: Tx,
  actor: Actor,
  input: { notificationId?: string },
): Promise<{ marked: number }> {
  authorise(actor, NOTIFICATION_COMMANDS.markRead);
  const { personId } = personOf(actor);
  const { notificationId: id } = input;
  if (id)
    found(
      await tx.db.notification.findFirst({ where: { id, personId }, select: { id: true } }),
      'notification',
    );
  return { marked: await read(tx, personId, id ? { id } : {}) };
}

/** Whoever opens what a notification leads to has read it. */
export async function seePage(tx: Tx, actor: Actor, input: SeePage): Promise<{ marked: number }> {
  authorise(actor, NOTIFICATION_COMMANDS.seePage);
  return { marked: await read(tx, personOf(actor).personId, { path: input.path }) };
}

/** A reaction to a conversation that was read to its end: what was told of its messages is read too. */
export async function readMessages(
  tx: Tx,
  _actor: Actor,
  { personId, conversationId }: { personId: string; conversationId: string },
): Promise<void> {
  await read(tx, personId, { conversationId, kind: 'message.sent' });
}

async function read(
  tx: Tx,
  personId: string,
  which: { id?: string; path?: string; conversationId?: string; kind?: string },
): Promise<number> {
  const { count } = await tx.db.notification.updateMany({
    where: { ...which, personId, readAt: null },
    data: { readAt: await tx.now() },
  });
  if (count > 0) await announce(tx, { what: 'notification', personIds: [personId] });
  return count;
}
