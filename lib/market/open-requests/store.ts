import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Whether everybody may find it, as the list has it. */
export async function isOpen(tx: Tx, requestId: string): Promise<boolean> {
  const place = await rowsOf(tx).openRequest.findUnique({ where: { requestId }, select: { open: true } });
  return place?.open ?? false;
}
