import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { kindOf } from '@/lib/notifications/topics/kinds';
import { database } from '@/lib/platform/db/client';
import type { Detail } from '@/lib/platform/telling/telling';

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
