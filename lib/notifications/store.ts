import type { Tx } from '@/lib/platform/db/transaction';
import type { Kind } from './kinds';
import { paceOf } from './rules';
import { type Pace, type TopicName, topicOf } from './topics';

export type Parties = {
  requestId: string;
  title: string;
  customer: string;
  expert: string;
  company: string;
  /** Nobody where the expert is suspended. */
  expertIds: string[];
  customerId: string;
  companyId: string;
};

export const EXPERT_PERSON = { select: { id: true, name: true, suspendedAt: true } } as const;

export function unlessSuspended(person: { id: string; suspendedAt: Date | null }): string[] {
  return person.suspendedAt ? [] : [person.id];
}

/** Everything a sentence about a job needs, in one query. */
export async function partiesOf(tx: Tx, conversationId: string): Promise<Parties | null> {
  const row = await tx.db.conversation.findUnique({
    where: { id: conversationId },
    select: {
      requestId: true,
      customerId: true,
      companyId: true,
      request: { select: { title: true, contactName: true } },
      company: { select: { name: true } },
      response: { select: { expert: { select: { person: EXPERT_PERSON } } } },
    },
  });
  if (!row) return null;
  return {
    requestId: row.requestId,
    customerId: row.customerId,
    companyId: row.companyId,
    title: row.request.title,
    customer: row.request.contactName,
    company: row.company.name,
    expert: row.response.expert.person.name,
    expertIds: unlessSuspended(row.response.expert.person),
  };
}

/** The conversations of a request whose response still stands. */
export async function conversationsOn(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { requestId, response: { status: 'open' } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** The people that a kind concerns: members with the right (an owner has every right), never the suspended. */
export async function recipients(tx: Tx, kind: Kind, parties: Parties): Promise<string[]> {
  const people = new Set<string>();
  const notSuspended = { person: { suspendedAt: null } };
  if (kind.to === 'customer' || kind.to === 'both') {
    const rights = kind.right ? { rights: { hasSome: ['owner', kind.right] as never } } : {};
    const members = await tx.db.customerMember.findMany({
      where: { customerId: parties.customerId, ...rights, ...notSuspended },
      select: { personId: true },
    });
    for (const member of members) people.add(member.personId);
  }
  if (kind.to === 'company' || kind.to === 'both') {
    const members = await tx.db.companyMember.findMany({
      where: { companyId: parties.companyId, ...notSuspended },
      select: { personId: true },
    });
    for (const member of members) people.add(member.personId);
  }
  if (kind.to === 'expert') for (const id of parties.expertIds) people.add(id);
  return [...people];
}

/** The conversations in which an expert has proposed something that is open, or agreed on. */
export async function openJobsOf(tx: Tx, expertId: string): Promise<string[]> {
  const rows = await tx.db.proposal.findMany({
    where: { expertId, status: { in: ['proposed', 'accepted'] } },
    select: { conversationId: true },
    distinct: ['conversationId'],
    orderBy: { conversationId: 'asc' },
  });
  return rows.map(({ conversationId }) => conversationId);
}

export async function admins(tx: Tx): Promise<string[]> {
  const rows = await tx.db.person.findMany({
    where: { admin: true, suspendedAt: null },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** How each of them wants a topic, and where they wake up. */
export async function wishesOf(
  tx: Tx,
  personIds: string[],
  topic: TopicName,
): Promise<Map<string, { pace: Pace; timeZone: string }>> {
  const [people, chosen] = await Promise.all([
    tx.db.person.findMany({ where: { id: { in: personIds } }, select: { id: true, timeZone: true } }),
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
  told: {
    kind: string;
    detail: object;
    path: string;
    conversationId: string | null;
    key: (personId: string) => string;
    at: Date;
  },
): Promise<{ id: string; personId: string }[]> {
  if (people.length === 0) return [];
  const { kind, detail, path, conversationId, key, at } = told;
  return tx.db.notification.createManyAndReturn({
    data: people.map(({ personId, digestAt }) => ({
      ...{ personId, kind, detail, path, conversationId, digestAt },
      key: key(personId),
      createdAt: at,
    })),
    skipDuplicates: true,
    select: { id: true, personId: true },
  });
}
