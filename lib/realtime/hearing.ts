import { database } from '@/lib/db/client';
import { log } from '@/lib/log/logger';
import type { ServerEvents } from './events';
import { type Realtime, room } from './rooms';

/** Who types and who is there stands in no table: one process tells the others, and each tells its own sockets. */
export type BetweenProcesses = Pick<ServerEvents, 'typing' | 'presence'>;
type Said<Name extends keyof BetweenProcesses> = Parameters<BetweenProcesses[Name]>[0];

/**
 * The sockets of this process that may hear what is said in a conversation at this moment: in its room, and of people
 * who are its members still and not suspended. Asked for each thing said, not only when they joined.
 */
export async function hearers(io: Realtime, conversationId: string): Promise<string[]> {
  const inRoom = io.sockets.adapter.rooms.get(room.conversation(conversationId));
  if (!inRoom?.size) return [];
  const may = await membersOf(conversationId);
  return [...inRoom].filter((id) => may.has(io.sockets.sockets.get(id)?.data.personId ?? ''));
}

export async function sayTyping(io: Realtime, said: Said<'typing'>, socketId: string): Promise<void> {
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
  log().warn({ err: error }, 'said to nobody');
}

async function typingHere(io: Realtime, said: Said<'typing'>, but?: string): Promise<void> {
  for (const id of await hearers(io, said.conversationId))
    if (id !== but) io.local.to(id).emit('typing', said);
}

async function presenceHere(io: Realtime, said: Said<'presence'>): Promise<void> {
  for (const id of await hearers(io, said.conversationId)) io.local.to(id).emit('presence', said);
}

async function membersOf(conversationId: string): Promise<Set<string>> {
  const members = await database().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "conversation" c
    JOIN "customer" cu ON cu.id = c."customerId" AND cu."suspendedAt" IS NULL
    JOIN "customer_member" m ON m."customerId" = c."customerId"
    JOIN "person" p ON p.id = m."personId" AND p."suspendedAt" IS NULL WHERE c.id = ${conversationId}::uuid
    UNION
    SELECT p.id FROM "conversation" c
    JOIN "company" co ON co.id = c."companyId" AND co."suspendedAt" IS NULL
    JOIN "company_member" m ON m."companyId" = c."companyId"
    JOIN "person" p ON p.id = m."personId" AND p."suspendedAt" IS NULL WHERE c.id = ${conversationId}::uuid`;
  return new Set(members.map((member) => member.id));
}
