import type { DomainEvent } from '@/lib/core/events';
import type { Actor } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import type { Detail, News, Notice, Tells } from '@/lib/platform/telling/telling';
import { wired } from '@/lib/platform/wiring/wired';
import { sendNotification } from './jobs';
import { nextMorning } from './rules';
import { hearersOf, holdingNews, keepNotifications, partiesOf, wishesOf } from './store';

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
  const kept = await keepNotifications(
    tx,
    [...wishes].map(([personId, { pace, timeZone }]) => ({
      personId,
      digestAt: pace === 'digest' ? nextMorning(at, timeZone) : null,
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
