import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export type Conversation = {
  id: string;
  requestId: string;
  responseId: string;
  customerId: string;
  companyId: string;
  expertId: string;
  lastSeq: number;
};

export async function conversationById(tx: Tx, id: string): Promise<Conversation> {
  return found(await rowsOf(tx).conversation.findUnique({ where: { id } }), 'conversation');
}

/** Whether nobody of the customer has read the response behind a conversation. */
export async function isResponseUnread(tx: Tx, id: string): Promise<boolean> {
  return (await rowsOf(tx).response.count({ where: { id, readAt: null } })) === 1;
}

/** What the customer has to say to those whom they did not choose. */
export async function thanksOf(tx: Tx, requestId: string): Promise<string | null> {
  return (await rowsOf(tx).request.findUniqueOrThrow({ where: { id: requestId } })).thanks;
}

/** The next position in the conversation. The row stays locked until commit, so positions appear in order and without gaps. */
export async function claimSeq(tx: Tx, id: string, at: Date): Promise<number> {
  const [row] = await rowsOf(tx).$queryRaw<{ lastSeq: number }[]>`
    UPDATE "conversation" SET "lastSeq" = "lastSeq" + 1, "lastAt" = ${at} WHERE id = ${id}::uuid RETURNING "lastSeq"`;
  return found(row, 'conversation').lastSeq;
}

export async function messageByClientId(tx: Tx, conversationId: string, clientId: string) {
  return rowsOf(tx).message.findUnique({ where: { conversationId_clientId: { conversationId, clientId } } });
}

export async function insertMessage(
  tx: Tx,
  message: {
    conversationId: string;
    seq: number;
    authorId: string | null;
    side: 'customer' | 'company' | null;
    clientId: string;
    body: string;
    event?: string;
    objectId?: string;
    actorId?: string | null;
    facts?: Record<string, string>;
    at: Date;
  },
) {
  return rowsOf(tx).message.create({ data: message });
}

/** Moves the mark forward, never back: pages report out of order. */
export async function saveReadMark(
  tx: Tx,
  mark: { conversationId: string; personId: string; seq: number; at: Date },
): Promise<void> {
  await rowsOf(tx).$executeRaw`
    INSERT INTO "read_mark" ("conversationId", "personId", seq, at)
    VALUES (${mark.conversationId}::uuid, ${mark.personId}::uuid, ${mark.seq}, ${mark.at})
    ON CONFLICT ("conversationId", "personId") DO UPDATE SET seq = excluded.seq, at = excluded.at
    WHERE "read_mark".seq < excluded.seq`;
}

/** Whoever did something has read the line about it, where nothing before it was unread. */
export async function saveOwnMark(
  tx: Tx,
  mark: { conversationId: string; personId: string; seq: number; at: Date },
): Promise<void> {
  const { conversationId, personId, seq, at } = mark;
  await rowsOf(tx).$executeRaw`
    INSERT INTO "read_mark" ("conversationId", "personId", seq, at)
    SELECT ${conversationId}::uuid, ${personId}::uuid, ${seq}, ${at} WHERE ${seq} = 1 OR EXISTS (
      SELECT 1 FROM "read_mark" WHERE "conversationId" = ${conversationId}::uuid AND "personId" = ${personId}::uuid)
    ON CONFLICT ("conversationId", "personId") DO UPDATE SET seq = excluded.seq, at = excluded.at
    WHERE "read_mark".seq = ${seq - 1}`;
}

/** A line that nobody has to read: whoever had read everything before it still has. */
export async function updateReadMarks(tx: Tx, conversationId: string, seq: number): Promise<void> {
  await rowsOf(tx).$executeRaw`
    UPDATE "read_mark" SET seq = ${seq} WHERE "conversationId" = ${conversationId}::uuid AND seq = ${seq - 1}`;
}

/** Under which name both sides know a person here: the customer's people go by the one on the request. */
export async function nameIn(
  tx: Tx,
  id: string,
  side: 'customer' | 'company' | null,
  name: string,
): Promise<string> {
  if (side !== 'customer') return name;
  const { request } = await rowsOf(tx).conversation.findUniqueOrThrow({
    where: { id },
    select: { request: { select: { contactName: true } } },
  });
  return request.contactName;
}
