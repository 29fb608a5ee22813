import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Person, Viewer } from '@/lib/core/rights';
import { inForce } from '@/lib/identity/addresses/rules';
import { database } from '@/lib/platform/db/client';
import type { Detail, TopicName } from '@/lib/platform/telling/telling';
import { kindOf, kindsOf } from './kinds';
import { paceOf } from './rules';
import { type Pace, TOPIC_NAMES, type Topic, topicOf } from './topics';

export type ShownNotification = {
  id: string;
  subject: string;
  says: string;
  path: string;
  at: Date;
  read: boolean;
};

/** How many notifications a viewer has not read: the number on the bell. */
export async function unreadCount(viewer: Viewer): Promise<number> {
  if (viewer.kind !== 'person') return 0;
  return database().notification.count({ where: { personId: viewer.personId, readAt: null } });
}

/** A person's own notifications, the newest first. */
export async function notificationsOf(viewer: Viewer, from: Cursor | null): Promise<Page<ShownNotification>> {
  if (viewer.kind !== 'person') return { rows: [], next: null };
  const rows = await database().notification.findMany({
    where: {
      personId: viewer.personId,
      ...(from ? { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      ...sentenceOf(row.kind, row.detail as Detail),
      path: row.path,
      at: row.createdAt,
      read: row.readAt !== null,
    })),
  };
}

function sentenceOf(kind: string, detail: Detail): { subject: string; says: string } {
  const known = kindOf(kind);
  return known ? { subject: known.subject(detail), says: known.says(detail) } : { subject: 'News', says: '' };
}

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

/**
 * What the bell works with, in one query: how many are unread, and the pages that they lead to, since opening one of them
 * reads it. The newest, for older ones are opened from the list.
 */
export async function unreadOf(viewer: Viewer): Promise<{ count: number; paths: string[] }> {
  if (viewer.kind !== 'person') return { count: 0, paths: [] };
  const [row] = await database().$queryRaw<{ count: number; paths: string[] }[]>`
    SELECT (SELECT count(*)::int FROM "notification" n WHERE n."personId" = ${viewer.personId}::uuid AND n."readAt" IS NULL) AS count,
      ARRAY(SELECT n.path FROM "notification" n WHERE n."personId" = ${viewer.personId}::uuid AND n."readAt" IS NULL
        ORDER BY n."createdAt" DESC LIMIT 50) AS paths`;
  return { count: row?.count ?? 0, paths: [...new Set(row?.paths)] };
}
