import type { SocketData } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import { hashOf } from '@/lib/platform/session/person';

/** Uses a ticket up and says whose it was, or null where it is unknown, used or too old. One statement, so that two sockets cannot share it. */
export async function redeem(ticket: string): Promise<SocketData | null> {
  const [row] = await database().$queryRaw<SocketData[]>`
    UPDATE "socket_ticket" SET "usedAt" = now()
    WHERE hash = ${hashOf(ticket)} AND "usedAt" IS NULL AND "expiresAt" > now()
    RETURNING "personId", "sessionId"`;
  return row ?? null;
}
