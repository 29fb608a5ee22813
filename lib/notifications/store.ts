import type { Tx } from '@/lib/platform/db/transaction';
import type { Detail, News, TopicName } from '@/lib/platform/telling/telling';
import { paceOf } from './rules';
import { type Pace, topicOf } from './topics';

export type Parties = { names: Detail; customerId: string; companyId: string; expertPersonId: string };

/** Everything a sentence about a job needs, in one query. */
export async function partiesOf(tx: Tx, conversationId: string): Promise<Parties | null> {
  const row = await tx.db.conversation.findUnique({
    where: { id: conversationId },
    select: {
      customerId: true,
      companyId: true,
      request: { select: { title: true, contactName: true } },
      company: { select: { name: true } },
      response: { select: { expert: { select: { person: { select: { id: true, name: true } } } } } },
    },
  });
  if (!row) return null;
  const { customerId, companyId, request, company, response } = row;
  const { person } = response.expert;
  return {
    names: {
      title: request.title,
      customer: request.contactName,
      expert: person.name,
      company: company.name,
    },
    ...{ customerId, companyId, expertPersonId: person.id },
  };
}

/** The people whom news concern: of a job's parties the members with the right (an owner has every right), or the admins. */
export async function hearersOf(
  tx: Tx,
  { to, right }: Pick<News<never>, 'to' | 'right'>,
  job: Parties | null,
): Promise<string[]> {
  if (to === 'admins') return admins(tx);
  if (!job || !to) return [];
  const { customerId, companyId, expertPersonId } = job;
  if (to === 'expert') return [expertPersonId];
  const select = { personId: true } as const;
  const rights = right ? { rights: { hasSome: ['owner' as const, right] } } : {};
  const customers =
    to === 'company' ? [] : await tx.db.customerMember.findMany({ where: { customerId, ...rights }, select });
  const companies =
    to === 'customer' ? [] : await tx.db.companyMember.findMany({ where: { companyId }, select });
  return [...new Set([...customers, ...companies].map(({ personId }) => personId))];
}

async function admins(tx: Tx): Promise<string[]> {
  const rows = await tx.db.person.findMany({ where: { admin: true }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** Who of these people has such a notification of a conversation already, and has not read it. */
export async function holdingNews(
  tx: Tx,
  of: { kind: string; conversationId: string; people: readonly string[] },
): Promise<Set<string>> {
  const { kind, conversationId, people } = of;
  const rows = await tx.db.notification.findMany({
    where: { conversationId, kind, readAt: null, personId: { in: [...people] } },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

/** How each of them wants a topic, and where they wake up; without the suspended, who hear of nothing. */
export async function wishesOf(
  tx: Tx,
  personIds: string[],
  topic: TopicName,
): Promise<Map<string, { pace: Pace; timeZone: string }>> {
  const [people, chosen] = await Promise.all([
    tx.db.person.findMany({
      where: { id: { in: personIds }, suspendedAt: null },
      select: { id: true, timeZone: true },
    }),
    tx.db.notificationSetting.findMany({
      where: { personId: { in: personIds }, topic },
      select: { personId: true, pace: true },
    }),
  ]);
  const paces = new Map(chosen.map((row) => [row.personId, row.pace]));
  return new Map(
    people.map(({ id, timeZone }) => [id, { pace: paceOf(topicOf(topic), paces.get(id)), timeZone }]),
  );
}

/** Keeps a notification for each person once a key; answers the ids of those that are new. */
export async function keepNotifications(
  tx: Tx,
  people: { personId: string; digestAt: Date | null }[],
  told: { kind: string; detail: object; path: string; conversationId: string | null; key: string; at: Date },
): Promise<{ id: string; personId: string }[]> {
  if (people.length === 0) return [];
  const { at: createdAt, ...same } = told;
  return tx.db.notification.createManyAndReturn({
    data: people.map((one) => ({ ...one, ...same, createdAt })),
    skipDuplicates: true,
    select: { id: true, personId: true },
  });
}
