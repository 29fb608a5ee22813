import type { Person } from '@/lib/core/rights';
import { inForce } from '@/lib/identity/addresses/rules';
import { kindsOf } from '@/lib/notifications/topics/kinds';
import { type Pace, paceOf, TOPIC_NAMES, type Topic, topicOf } from '@/lib/notifications/topics/rules';
import { database } from '@/lib/platform/db/client';
import type { TopicName } from '@/lib/platform/telling/telling';
export type ShownTopic = { name: TopicName; pace: Pace };
export type StoppedAddress = { email: string; reason: string; detail: string; at: Date };

/** How each topic that concerns the viewer reaches their mailbox, and their addresses that take no mail. */
export async function mailSettingsOf(
  viewer: Person,
): Promise<{ topics: ShownTopic[]; stopped: StoppedAddress[] }> {
  const { personId, email } = viewer;
  const [chosen, proofs] = await Promise.all([
    database().notificationSetting.findMany({ where: { personId } }),
    database().addressProof.findMany({
      where: { personId, ...inForce(new Date()) },
      select: { email: true },
    }),
  ]);
  const stopped = await database().mailStop.findMany({
    where: { email: { in: [email, ...proofs.map((proof) => proof.email)] } },
    orderBy: { at: 'asc' },
  });
  const paces = new Map(chosen.map((row) => [row.topic, row.pace]));
  const shown = TOPIC_NAMES.filter((name) => kindsOf(name).length > 0);
  const topics = shown
    .filter((name) => concerns(viewer, topicOf(name).side))
    .map((name) => ({
      name,
      pace: paceOf(topicOf(name), paces.get(name)),
    }));
  return { topics, stopped };
}

/** Whoever is on neither side yet sees the customers' topics: to post a request needs nothing. */
function concerns(viewer: Person, side: Topic['side']): boolean {
  if (side === 'admin') return viewer.admin;
  if (side === 'company') return viewer.companies.length > 0;
  if (side === 'customer') return viewer.customers.length > 0 || viewer.companies.length === 0;
  return true;
}
