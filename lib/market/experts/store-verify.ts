import type { Tx } from '@/lib/platform/db/transaction';
import { newWord } from './word';

/** How many admins can act, without these people. */
export async function countAdmins(tx: Tx, { but }: { but: string[] }): Promise<number> {
  return tx.db.person.count({ where: { admin: true, suspendedAt: null, id: { notIn: but } } });
}

export async function keepFirstLook(
  tx: Tx,
  of: { id: string; by: string; at: Date; reason: string },
): Promise<void> {
  const { id, by, at, reason } = of;
  await tx.db.certification.update({
    where: { id },
    data: { lookedBy: by, lookedAt: at, lookedReason: reason },
  });
}

/** What a claim that waits once more does not keep: who looked, and a word that has been on a page for all to read. */
export function waitsAgain(queuedAt: Date) {
  return {
    ...{
      decidedBy: null,
      decidedAt: null,
      evidence: null,
      lookedBy: null,
      lookedAt: null,
      lookedReason: null,
    },
    ...{ word: newWord(), wordSeenAt: null, queuedAt },
  };
}

/** A first look at a claim was about the name that its person had then. */
export async function dropFirstLooks(tx: Tx, personId: string): Promise<void> {
  await tx.db.certification.updateMany({
    where: { status: 'claimed', lookedBy: { not: null }, expert: { personId } },
    data: { lookedBy: null, lookedAt: null, lookedReason: null },
  });
}

/** The certifications of a person that an admin has verified, in all their companies. */
export async function verifiedOf(tx: Tx, personId: string) {
  return tx.db.certification.findMany({
    where: { status: 'verified', expert: { personId } },
    select: { id: true, expertId: true, code: true, evidence: true, expert: { select: { companyId: true } } },
    orderBy: { id: 'asc' },
  });
}
