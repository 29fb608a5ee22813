import type { Pace } from '@/lib/notifications/topics/rules';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { TopicName } from '@/lib/platform/telling/telling';

export async function savePace(
  tx: Tx,
  of: { personId: string; topic: TopicName; pace: Pace },
): Promise<void> {
  const { personId, topic, pace } = of;
  await rowsOf(tx).notificationSetting.upsert({
    where: { personId_topic: { personId, topic } },
    create: of,
    update: { pace },
  });
}

export async function pacesOf(tx: Tx, personId: string): Promise<Partial<Record<string, Pace>>> {
  const rows = await rowsOf(tx).notificationSetting.findMany({ where: { personId } });
  return Object.fromEntries(rows.map(({ topic, pace }) => [topic, pace]));
}

export async function isPerson(tx: Tx, id: string): Promise<boolean> {
  return (await rowsOf(tx).person.count({ where: { id } })) > 0;
}
