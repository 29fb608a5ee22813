import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import type { ShownMessage } from '@/lib/realtime/events';
import { conversationOf } from './queries';
import { shown } from './rules';
import { MESSAGES_SHOWN } from './schema';

/** The most that whoever was away is given at once; they ask on from there. */
const CAUGHT_UP = 500;

/**
 * Messages of a conversation in order: those after a position (to catch up), or the last ones (to open), or those
 * before a position (to read back). Null where the conversation is not the viewer's.
 */
export async function messagesOf(
  viewer: Viewer,
  conversationId: string,
  { after, before }: { after?: number; before?: number } = {},
): Promise<ShownMessage[] | null> {
  if (!(await conversationOf(viewer, conversationId))) return null;
  const caughtUp = after !== undefined;
  const rows = await database().message.findMany({
    where: { conversationId, seq: { gt: after ?? 0, ...(before === undefined ? {} : { lt: before }) } },
    orderBy: { seq: caughtUp ? 'asc' : 'desc' },
    take: caughtUp ? CAUGHT_UP : MESSAGES_SHOWN,
  });
  if (!caughtUp) rows.reverse();
  return withAuthors(rows);
}

/** One message for whoever is in its room already. */
export async function messageForRoom(id: string): Promise<ShownMessage | null> {
  const row = await database().message.findUnique({ where: { id } });
  return row ? ((await withAuthors([row]))[0] ?? null) : null;
}

async function withAuthors(rows: Parameters<typeof shown>[0][]): Promise<ShownMessage[]> {
  const ids = [...new Set(rows.flatMap((row) => row.authorId ?? []))];
  const people = await database().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map((row) => shown(row, row.authorId ? (names.get(row.authorId) ?? null) : null));
}
