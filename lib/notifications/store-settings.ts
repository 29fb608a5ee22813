import { inForce } from '@/lib/identity/addresses/rules';
import type { Tx } from '@/lib/platform/db/transaction';
import type { TopicName } from '@/lib/platform/telling/telling';
import { kindsOf } from './kinds';
import type { Pace } from './topics';

/** Keeps how a person wants a topic. What waits for their morning and is not wanted any more stops waiting. */
export async function choose(tx: Tx, of: { personId: string; topic: TopicName; pace: Pace }): Promise<void> {
  const { personId, topic, pace } = of;
  await tx.db.notificationSetting.upsert({
    where: { personId_topic: { personId, topic } },
    create: { personId, topic, pace },
    update: { pace },
  });
  if (pace !== 'off') return;
  await tx.db.notification.updateMany({
    where: { personId, kind: { in: kindsOf(topic) }, digestAt: { not: null } },
    data: { digestAt: null },
  });
}

export async function chosenBy(tx: Tx, personId: string): Promise<Partial<Record<string, Pace>>> {
  const rows = await tx.db.notificationSetting.findMany({ where: { personId } });
  return Object.fromEntries(rows.map(({ topic, pace }) => [topic, pace]));
}

export async function isPerson(tx: Tx, id: string): Promise<boolean> {
  return (await tx.db.person.count({ where: { id } })) > 0;
}

/** A person's own address and those that they have proven, in lower case. */
export async function addressesOf(tx: Tx, person: { personId: string; email: string }): Promise<string[]> {
  const proofs = await tx.db.addressProof.findMany({
    where: { personId: person.personId, ...inForce(new Date()) },
    select: { email: true },
  });
  return [person.email, ...proofs.map(({ email }) => email)].map((email) => email.toLowerCase());
}

/** Whether there was one. */
export async function dropStop(tx: Tx, email: string): Promise<boolean> {
  const { count } = await tx.db.mailStop.deleteMany({ where: { email } });
  return count > 0;
}

/** The first word on an address stays until it is tried again. */
export async function keepStop(
  tx: Tx,
  stop: { email: string; reason: 'bounce' | 'complaint'; detail: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.db.mailStop.createMany({ data: [stop], skipDuplicates: true });
  return count > 0;
}
