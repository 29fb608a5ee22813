import { found } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import { ofCompanies } from '@/lib/core/scope';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** A request that an expert can see in a list: open to everyone, or answered by a company of theirs. */
export async function requestToMark(tx: Tx, person: Person, id: string) {
  return found(
    await rowsOf(tx).request.findFirst({
      where: {
        id,
        OR: [
          { audience: 'everyone', customer: { suspendedAt: null } },
          { responses: { some: ofCompanies(person) } },
        ],
      },
      select: { id: true, customerId: true },
    }),
    'request',
  );
}

/** Sets or takes away what a person thinks of a request. */
export async function saveMark(
  tx: Tx,
  of: { personId: string; requestId: string },
  mark: 'bookmark' | 'hidden' | 'none',
  at: Date,
): Promise<void> {
  if (mark === 'none') await rowsOf(tx).requestMark.deleteMany({ where: of });
  else
    await rowsOf(tx).requestMark.upsert({
      where: { personId_requestId: of },
      create: { ...of, mark, at },
      update: { mark, at },
    });
}
