import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { TopicName } from '@/lib/platform/telling/telling';
import { type Pace, paceOf, topicOf } from './rules';

/** How each of them wants a topic, and where they wake up; without the suspended, who hear of nothing. */
export async function wishesOf(
  tx: Tx,
  personIds: string[],
  topic: TopicName,
): Promise<Map<string, { pace: Pace; timeZone: string }>> {
  const [people, chosen] = await Promise.all([
    rowsOf(tx).person.findMany({
      where: { id: { in: personIds }, suspendedAt: null },
      select: { id: true, timeZone: true },
    }),
    rowsOf(tx).notificationSetting.findMany({
      where: { personId: { in: personIds }, topic },
      select: { personId: true, pace: true },
    }),
  ]);
  const paces = new Map(chosen.map((row) => [row.personId, row.pace]));
  return new Map(
    people.map(({ id, timeZone }) => [id, { pace: paceOf(topicOf(topic), paces.get(id)), timeZone }]),
  );
}
