import type { DomainEvent } from '@/lib/core/events';
import { found } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { nextAt } from '@/lib/core/zone';
import { gatheredKinds } from '@/lib/notifications/topics/kinds';
import { MORNING_HOUR } from '@/lib/notifications/topics/rules';
import { wishesOf } from '@/lib/notifications/topics/store';
import { announce } from '@/lib/platform/announce/announce';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import type { Detail, News, Notice, Tells } from '@/lib/platform/telling/telling';
import { wired } from '@/lib/platform/wiring/wired';
import { sendNotification } from './jobs';
import { NEWS_COMMANDS } from './rights';
import type { SeePage } from './schema';
import { hasNotification, hearersOf, holdingNews, insertNotifications, partiesOf, updateRead } from './store';

/** Of what belongs to no job. */
const NAMELESS: Detail = { title: '', customer: '', expert: '', company: '' };

/** A reaction to every event: who is concerned is told, in the bell and by e-mail. Whoever did it is not told of it. */
export async function tell(tx: Tx, actor: Actor, event: DomainEvent): Promise<void> {
  const tells: Tells<DomainEvent> | null = wired().telling[event.name];
  for (const [kind, news] of Object.entries(tells?.news ?? {})) {
    if (news.when && !news.when(event)) continue;
    for (const notice of await news.about(tx, event)) await deliver(tx, actor, kind, news, notice);
  }
}

/** Keeps it for everybody but whoever did it, and sends it on at each one's pace. */
async function deliver(
  tx: Tx,
  actor: Actor,
  kind: string,
  news: News<DomainEvent>,
  { conversationId, people, facts, path, once }: Notice,
): Promise<void> {
  const job = conversationId ? await partiesOf(tx, conversationId) : null;
  if (conversationId && !job) return;
  const concerned = people ?? (await hearersOf(tx, news, job));
  const doer = actor.kind === 'person' ? actor.personId : null;
  const told =
    news.gathered && conversationId
      ? await holdingNews(tx, { kind, conversationId, people: concerned })
      : new Set<string>();
  const others = concerned.filter((id) => id !== doer && !told.has(id));
  if (others.length === 0) return;
  const at = await tx.now();
  const wishes = await wishesOf(tx, others, news.topic);
  const kept = await insertNotifications(
    tx,
    [...wishes].map(([personId, { pace, timeZone }]) => ({
      personId,
      digestAt: pace === 'digest' ? nextAt(MORNING_HOUR, at, timeZone) : null,
    })),
    {
      kind,
      detail: { ...NAMELESS, ...job?.names, ...facts },
      path,
      conversationId: conversationId ?? null,
      key: `${kind}:${once}`,
      at,
    },
  );
  for (const { id, personId } of kept)
    if (wishes.get(personId)?.pace === 'immediate')
      await enqueue(tx, sendNotification, { notificationId: id }, { key: id });
  if (kept.length) await announce(tx, { what: 'notification', personIds: kept.map((row) => row.personId) });
}

/** Marks one notification of one's own as read, or all of them. */
export async function markRead(
  tx: Tx,
  actor: Actor,
  input: { notificationId?: string },
): Promise<{ marked: number }> {
  authorise(actor, NEWS_COMMANDS.markRead);
  const { personId } = personOf(actor);
  const { notificationId: id } = input;
  if (id) found((await hasNotification(tx, { id, personId })) || null, 'notification');
  return { marked: await read(tx, personId, id ? { id } : {}) };
}

/** Whoever opens what a notification leads to has read it. */
export async function seePage(tx: Tx, actor: Actor, input: SeePage): Promise<{ marked: number }> {
  authorise(actor, NEWS_COMMANDS.seePage);
  return { marked: await read(tx, personOf(actor).personId, { path: input.path }) };
}

/** A reaction to a conversation that was read to its end: so is the one notification that its messages are gathered in. */
export async function readMessages(
  tx: Tx,
  _actor: Actor,
  { personId, conversationId }: { personId: string; conversationId: string },
): Promise<void> {
  await read(tx, personId, { conversationId, kinds: gatheredKinds() });
}

async function read(
  tx: Tx,
  personId: string,
  which: Omit<Parameters<typeof updateRead>[1], 'personId'>,
): Promise<number> {
  const count = await updateRead(tx, { ...which, personId }, await tx.now());
  if (count > 0) await announce(tx, { what: 'notification', personIds: [personId] });
  return count;
}
