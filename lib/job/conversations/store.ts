import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function responseById(tx: Tx, id: string) {
  return rowsOf(tx).response.findUniqueOrThrow({
    where: { id },
    include: { request: { select: { customerId: true } }, expert: { select: { personId: true } } },
  });
}

export async function insertConversation(
  tx: Tx,
  conversation: {
    /** Its response's: one conversation a response. */
    id: string;
    requestId: string;
    customerId: string;
    companyId: string;
    expertId: string;
    at: Date;
  },
): Promise<void> {
  const { at, ...of } = conversation;
  await rowsOf(tx).conversation.create({ data: { ...of, responseId: of.id, lastAt: at, createdAt: at } });
}
