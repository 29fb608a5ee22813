import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function personBy(tx: Tx, email: string) {
  return rowsOf(tx).person.findUnique({
    where: { email },
    select: {
      id: true,
      admin: true,
      customers: { select: { customerId: true } },
      companies: { select: { companyId: true } },
    },
  });
}

/** Answers by how many milliseconds the clock is ahead from now on. */
export async function updateClock(tx: Tx, byMs: number): Promise<number> {
  const [row] = await rowsOf(tx).$queryRaw<{ ms: bigint }[]>`SELECT move_clock(${byMs}::bigint) AS ms`;
  return Number(row!.ms);
}
