import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export function insertSession(
  tx: Tx,
  row: {
    grantId: string;
    personId: string;
    purpose: string;
    sessionName: string;
    issuedAt: Date;
    expiresAt: Date;
  },
) {
  return rowsOf(tx).grantSession.create({ data: row });
}

export async function updateSession(
  tx: Tx,
  id: string,
  data: { status: 'issued' | 'failed'; accessKeyId?: string; expiresAt?: Date },
): Promise<void> {
  await rowsOf(tx).grantSession.update({ where: { id }, data });
}

/** The Regions that the job's request is about. */
export async function regionsAsked(tx: Tx, conversationId: string): Promise<string[]> {
  const row = await rowsOf(tx).conversation.findUnique({
    where: { id: conversationId },
    select: { request: { select: { regions: true } } },
  });
  return row?.request.regions ?? [];
}
