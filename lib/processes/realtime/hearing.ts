import type { SeenFrom } from '@/lib/market/requests/rules';
import type { ServerEvents } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import { log } from '@/lib/platform/log/logger';
import { type Realtime, room } from './rooms';

/** Who types and who is there stands in no table: one process tells the others, and each tells its own sockets. */
export type BetweenProcesses = Pick<ServerEvents, 'presence'> & { typing: (said: Typing) => void };
/** Somebody types, under the name that they have for each side. */
export type Typing = { conversationId: string; personId: string; names: Record<SeenFrom, string> };
type Presence = Parameters<ServerEvents['presence']>[0];

/**
 * The sockets of this process that may hear what is said in a conversation at this moment, each with its side: in its
 * room, and of people who are its members still and not suspended. Asked for each thing said, not only when they joined.
 */
export async function hearers(
  io: Realtime,
  conversationId: string,
): Promise<{ id: string; side: SeenFrom }[]> {
  const inRoom = io.sockets.adapter.rooms.get(room.conversation(conversationId));
  if (!inRoom?.size) return [];
  const may = await membersOf(conversationId);
  return [...inRoom].flatMap((id) => {
    const side = may.get(io.sockets.sockets.get(id)?.data.personId ?? '');
    return side ? [{ id, side }] : [];
  });
}

export async function sayTyping(io: Realtime, said: Typing, socketId: string): Promise<void> {
  io.serverSideEmit('typing', said);
  await typingHere(io, said, socketId);
}

/** Tells a room who is in it. Throws where another process does not answer. */
export async function sayPresence(io: Realtime, conversationId: string): Promise<void> {
  const sockets = await io.in(room.conversation(conversationId)).fetchSockets();
  const may = await membersOf(conversationId);
  const present = new Set(sockets.map((socket) => socket.data.personId));
  const said = { conversationId, personIds: [...present].filter((id) => may.has(id)) };
  io.serverSideEmit('presence', said);
  await presenceHere(io, said);
}

/** Passes on what other processes say. */
export function hearOthers(io: Realtime): void {
  io.on('typing', (said) => void typingHere(io, said).catch(lost));
  io.on('presence', (said) => void presenceHere(io, said).catch(lost));
}

/** For what nobody waits for: the database may be away for a moment, or a process that was killed still count as one. */
export function lost(error: unknown): void {
  log().warn({ err: error }, 'said to no one');
}

async function typingHere(io: Realtime, said: Typing, but?: string): Promise<void> {
  const { names, ...who } = said;
  for (const { id, side } of await hearers(io, said.conversationId))
    if (id !== but) io.local.to(id).emit('typing', { ...who, name: names[side] });
}

async function presenceHere(io: Realtime, said: Presence): Promise<void> {
  for (const { id } of await hearers(io, said.conversationId)) io.local.to(id).emit('presence', said);
}

/** Who belongs to a conversation, and to which side. Somebody on both stands with the customer, as in `sideOf`. */
async function membersOf(conversationId: string): Promise<Map<string, SeenFrom>> {
  const members = await database().$queryRaw<{ id: string; side: SeenFrom }[]>`
    SELECT p.id, 'customer' AS side FROM "conversation" c
    JOIN "customer" cu ON cu.id = c."customerId" AND cu."suspendedAt" IS NULL
    JOIN "customer_member" m ON m."customerId" = c."customerId"
    JOIN "person" p ON p.id = m."personId" AND p."suspendedAt" IS NULL WHERE c.id = ${conversationId}::uuid
    UNION ALL
    SELECT p.id, 'company' AS side FROM "conversation" c
    JOIN "company" co ON co.id = c."companyId" AND co."suspendedAt" IS NULL
    JOIN "company_member" m ON m."companyId" = c."companyId"
    JOIN "person" p ON p.id = m."personId" AND p."suspendedAt" IS NULL WHERE c.id = ${conversationId}::uuid`;
  const sides = new Map<string, SeenFrom>();
  for (const { id, side } of members) if (side === 'customer' || !sides.has(id)) sides.set(id, side);
  return sides;
}
