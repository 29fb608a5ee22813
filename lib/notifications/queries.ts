import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { type Detail, kindOf } from './kinds';

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
  return viewer.kind === 'person' ? unreadCountOf(viewer.personId) : 0;
}

export async function unreadCountOf(personId: string): Promise<number> {
  return database().notification.count({ where: { personId, readAt: null } });
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

/** What the e-mail of a notification needs, for the worker. */
export async function notificationToSend(id: string) {
  const row = await database().notification.findUnique({
    where: { id },
    include: { person: { select: { email: true, suspendedAt: true } } },
  });
  if (!row || row.sentAt) return null;
  const kind = kindOf(row.kind);
  if (!kind || row.person.suspendedAt) return null;
  const detail = row.detail as Detail;
  return {
    id: row.id,
    to: row.email ?? row.person.email,
    subject: kind.subject(detail),
    says: kind.says(detail),
    action: kind.action,
    path: row.path,
  };
}
