import { hashOf } from '@/lib/auth/person';
import { database } from '@/lib/db/client';
import type { SocketData } from './events';

/** Uses a ticket up and says whose it was, or null where it is unknown, used or too old. One statement, so that two sockets cannot share it. */
export async function redeem(ticket: string): Promise<SocketData | null> {
  const [row] = await database().$queryRaw<SocketData[]>`
    UPDATE "socket_ticket" SET "usedAt" = now()
    WHERE hash = ${hashOf(ticket)} AND "usedAt" IS NULL AND "expiresAt" > now()
    RETURNING "personId", "sessionId"`;
  return row ?? null;
}
