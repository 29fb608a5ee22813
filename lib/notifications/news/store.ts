import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Detail, News } from '@/lib/platform/telling/telling';

export type Parties = { names: Detail; customerId: string; companyId: string; expertPersonId: string };

/** Everything a sentence about a job needs, in one query. */
export async function partiesOf(tx: Tx, conversationId: string): Promise<Parties | null> {
  const row = await rowsOf(tx).conversation.findUnique({
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
    to === 'company'
      ? []
      : await rowsOf(tx).customerMember.findMany({ where: { customerId, ...rights }, select });
  const companies =
    to === 'customer' ? [] : await rowsOf(tx).companyMember.findMany({ where: { companyId }, select });
  return [...new Set([...customers, ...companies].map(({ personId }) => personId))];
}

async function admins(tx: Tx): Promise<string[]> {
  const rows = await rowsOf(tx).person.findMany({ where: { admin: true }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** Who of these people has such a notification of a conversation already, and has not read it. */
export async function holdingNews(
  tx: Tx,
  of: { kind: string; conversationId: string; people: readonly string[] },
): Promise<Set<string>> {
  const { kind, conversationId, people } = of;
  const rows = await rowsOf(tx).notification.findMany({
    where: { conversationId, kind, readAt: null, personId: { in: [...people] } },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

/** Keeps a notification for each person once a key; answers the ids of those that are new. */
export async function insertNotifications(
  tx: Tx,
  people: { personId: string; digestAt: Date | null }[],
  told: { kind: string; detail: object; path: string; conversationId: string | null; key: string; at: Date },
): Promise<{ id: string; personId: string }[]> {
  if (people.length === 0) return [];
  const { at: createdAt, ...same } = told;
  return rowsOf(tx).notification.createManyAndReturn({
    data: people.map((one) => ({ ...one, ...same, createdAt })),
    skipDuplicates: true,
    select: { id: true, personId: true },
  });
}

export async function hasNotification(tx: Tx, of: { id: string; personId: string }): Promise<boolean> {
  return (await rowsOf(tx).notification.count({ where: of })) > 0;
}

/** Marks a person's own as read: one, those that lead to a page, those of a conversation, or all. Answers how many were not. */
export async function updateRead(
  tx: Tx,
  which: { personId: string; id?: string; path?: string; conversationId?: string; kinds?: string[] },
  readAt: Date,
): Promise<number> {
  const { kinds, ...where } = which;
  const { count } = await rowsOf(tx).notification.updateMany({
    where: { ...where, ...(kinds ? { kind: { in: kinds } } : {}), readAt: null },
    data: { readAt },
  });
  return count;
}

export async function updateSent(
  tx: Tx,
  { ids, email, at }: { ids: string[]; email: string | undefined; at: Date },
): Promise<void> {
  await rowsOf(tx).notification.updateMany({
    where: { id: { in: ids }, sentAt: null },
    data: { sentAt: at, ...(email ? { email } : {}) },
  });
}

/** Somebody whose morning has come, held until the transaction ends: of two workers the second finds nothing left. */
export async function nextMorning(tx: Tx): Promise<string | null> {
  const [due] = await rowsOf(tx).$queryRaw<{ personId: string }[]>`
    SELECT "personId" FROM "notification" WHERE "digestAt" <= app_now() ORDER BY "digestAt", id LIMIT 1`;
  if (!due) return null;
  await rowsOf(tx)
    .$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`digest:${due.personId}`}, 0))) AS held`;
  return due.personId;
}

/** What waited for a person's morning, which it does no longer. */
export async function claimWaiting(tx: Tx, personId: string, at: Date) {
  const rows = await rowsOf(tx).notification.findMany({
    where: { personId, digestAt: { lte: at } },
    select: { id: true, readAt: true, conversationId: true },
  });
  await rowsOf(tx).notification.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { digestAt: null },
  });
  return rows;
}

export async function updateDigest(
  tx: Tx,
  { ids, ...digest }: { ids: string[]; digestId: string; email: string },
): Promise<void> {
  await rowsOf(tx).notification.updateMany({ where: { id: { in: ids } }, data: digest });
}

/** What waits for a person's morning and is of kinds that they want no mail about stops waiting. */
export async function clearWaiting(tx: Tx, personId: string, kinds: string[]): Promise<void> {
  await rowsOf(tx).notification.updateMany({
    where: { personId, kind: { in: kinds }, digestAt: { not: null } },
    data: { digestAt: null },
  });
}
