import type { Told } from '@/lib/market/requests/schema';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function countEdits(tx: Tx, requestId: string): Promise<number> {
  return rowsOf(tx).requestEdit.count({ where: { requestId } });
}

/** Keeps what the request said until now. */
export async function insertEdit(
  tx: Tx,
  edit: { requestId: string; personId: string; at: Date } & Told,
): Promise<void> {
  const { requestId, personId, at, title, description, budget, location, services, regions } = edit;
  await rowsOf(tx).requestEdit.create({
    data: { requestId, personId, at, title, description, budget, location, services, regions },
  });
}

/** The conversations of a request whose response still stands. */
export async function conversationsOn(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await rowsOf(tx).conversation.findMany({
    where: { requestId, response: { status: 'open' } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
