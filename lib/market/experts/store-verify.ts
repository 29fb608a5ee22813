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

/** What is told of a certification, and to whom. */
export async function certificationToTell(tx: Tx, id: string) {
  const { code, evidence, expert } = await tx.db.certification.findUniqueOrThrow({
    where: { id },
    select: {
      code: true,
      evidence: true,
      expert: {
        select: { person: { select: { id: true, name: true } }, company: { select: { name: true } } },
      },
    },
  });
  const { person, company } = expert;
  return { code, evidence, expert: person.name, company: company.name, personId: person.id };
}

/** How often one of these events has happened to it. */
export async function timesMoved(
  tx: Tx,
  machine: string,
  objectId: string,
  events: string[],
): Promise<number> {
  return tx.db.statusChange.count({ where: { machine, objectId, event: { in: events } } });
}

/** The conversations in which an expert has proposed something that is open, or agreed on. */
export async function openJobsOf(tx: Tx, expertId: string): Promise<string[]> {
  const rows = await tx.db.proposal.findMany({
    where: { expertId, status: { in: ['proposed', 'accepted'] } },
    select: { conversationId: true },
    distinct: ['conversationId'],
    orderBy: { conversationId: 'asc' },
  });
  return rows.map(({ conversationId }) => conversationId);
}
