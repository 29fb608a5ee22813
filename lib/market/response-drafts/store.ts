import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** The same by the profile's id, with whatever else can keep it from answering. */
export async function expertById(tx: Tx, id: string) {
  const row = await rowsOf(tx).expert.findUniqueOrThrow({
    where: { id },
    include: {
      certifications: true,
      person: { select: { suspendedAt: true } },
      company: { select: { suspendedAt: true, closedAt: true, members: { select: { personId: true } } } },
    },
  });
  const { person, company, ...expert } = row;
  const active =
    person.suspendedAt === null &&
    company.suspendedAt === null &&
    company.closedAt === null &&
    company.members.some((member) => member.personId === row.personId);
  return { ...expert, active };
}

type DraftKey = { personId: string; requestId: string };

export async function draftOf(tx: Tx, personId_requestId: DraftKey) {
  return rowsOf(tx).responseDraft.findUnique({ where: { personId_requestId } });
}

export async function saveDraft(
  tx: Tx,
  draft: DraftKey & { text: string; sendWhenVerified: boolean; at: Date },
): Promise<void> {
  const { personId, requestId, text, sendWhenVerified, at: updatedAt } = draft;
  const kept = { text, sendWhenVerified, updatedAt };
  await rowsOf(tx).responseDraft.upsert({
    where: { personId_requestId: { personId, requestId } },
    create: { personId, requestId, ...kept },
    update: kept,
  });
}

export async function deleteDraft(tx: Tx, { personId, requestId }: DraftKey): Promise<void> {
  await rowsOf(tx).responseDraft.deleteMany({ where: { personId, requestId } });
}

export async function countHeld(tx: Tx, personId: string): Promise<number> {
  return rowsOf(tx).responseDraft.count({ where: { personId, sendWhenVerified: true } });
}

/** A held answer is a draft again. False: it was not held. */
export async function updateReleased(tx: Tx, { personId, requestId }: DraftKey): Promise<boolean> {
  const { count } = await rowsOf(tx).responseDraft.updateMany({
    where: { personId, requestId, sendWhenVerified: true },
    data: { sendWhenVerified: false },
  });
  return count === 1;
}

/** A person's held answers, locked, in the order in which their requests are locked after. */
export async function lockedHeldBy(tx: Tx, personId: string) {
  return rowsOf(tx).$queryRaw<{ requestId: string; text: string }[]>`
    SELECT "requestId", text FROM "response_draft"
    WHERE "personId" = ${personId}::uuid AND "sendWhenVerified" ORDER BY "requestId" FOR UPDATE`;
}

/** Whose draft a response was, and for which request. */
export async function sentDraft(tx: Tx, responseId: string) {
  return rowsOf(tx).response.findUniqueOrThrow({
    where: { id: responseId },
    select: { requestId: true, expert: { select: { personId: true } } },
  });
}

/** What a sentence about a request names, and what its customer said to those who were not chosen. */
export async function answeredRequest(tx: Tx, id: string) {
  const { title, contactName } = await rowsOf(tx).request.findUniqueOrThrow({
    where: { id },
    select: { title: true, contactName: true },
  });
  return { title, customer: contactName };
}
