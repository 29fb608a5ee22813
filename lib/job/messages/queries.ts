import type { No } from '@/lib/core/refusal';
import { mayRun, type Viewer } from '@/lib/core/rights';
import { actsForClosed, sideOf, visibleTo } from '@/lib/core/scope';
import { customerNameFor, type SeenFrom } from '@/lib/market/requests/rules';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import { lineOf } from '@/lib/platform/telling/line';
import { wired } from '@/lib/platform/wiring/wired';
import { MESSAGE_COMMANDS } from './rights';
import { canStillWrite, shown } from './rules';
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
  const conversation = await database().conversation.findFirst({
    where: { id: conversationId, ...visibleTo(viewer) },
    select: { customerId: true, companyId: true, request: { select: { contactName: true } } },
  });
  if (!conversation) return null;
  const caughtUp = after !== undefined;
  const rows = await database().message.findMany({
    where: { conversationId, seq: { gt: after ?? 0, ...(before === undefined ? {} : { lt: before }) } },
    orderBy: { seq: caughtUp ? 'asc' : 'desc' },
    take: caughtUp ? CAUGHT_UP : MESSAGES_SHOWN,
  });
  if (!caughtUp) rows.reverse();
  return (await withAuthors(rows, conversation.request))(sideOf(viewer, conversation));
}

/** One message for those who are in its room already, as each side reads it. */
export async function messageForRoom(id: string): Promise<((side: SeenFrom) => ShownMessage) | null> {
  const row = await database().message.findUnique({
    where: { id },
    include: { conversation: { select: { request: { select: { contactName: true } } } } },
  });
  if (!row) return null;
  const { conversation, ...message } = row;
  const read = await withAuthors([message], conversation.request);
  return (side) => read(side)[0]!;
}

type Row = Parameters<typeof shown>[0] & { actorId: string | null; objectId: string | null; facts: unknown };

/** Messages and lines with the names of whoever wrote or acted, as a side reads them: one query for all of them. */
async function withAuthors(
  rows: Row[],
  request: { contactName: string },
): Promise<(side: SeenFrom) => ShownMessage[]> {
  const ids = [...new Set(rows.flatMap((row) => row.authorId ?? row.actorId ?? []))];
  const people = await database().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const accounts = new Map(people.map((person) => [person.id, person]));
  const nameOf = (row: Row, side: SeenFrom) => {
    const account = accounts.get(row.authorId ?? row.actorId ?? '');
    if (!account) return null;
    return row.side === 'customer' ? customerNameFor(side, request, account) : account.name;
  };
  const { telling } = wired();
  return (side) =>
    rows.map((row) => {
      const name = nameOf(row, side);
      return shown(row, name, row.event ? lineOf(telling, row, name, side) : null);
    });
}

/** Why a viewer cannot write in a conversation that they can read; null: they can. */
export async function refusalToWrite(
  viewer: Viewer,
  conversation: { id: string; customerId: string; companyId: string },
): Promise<No | null> {
  const refusal = mayRun(viewer, MESSAGE_COMMANDS.send, conversation);
  if (refusal || viewer.kind !== 'person' || !actsForClosed(viewer, conversation)) return refusal;
  return canStillWrite(await wired().stillOpenIn(database(), conversation.id));
}
