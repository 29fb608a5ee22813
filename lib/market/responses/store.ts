import { found } from '@/lib/core/refusal';
import { lock, type Tx } from '@/lib/platform/db/transaction';

/**
 * The person's profile in a company, with what it is certified for; null where there is none. Held, so that no admin takes
 * back in the same moment what the answer rests on.
 */
export async function expertOf(tx: Tx, by: { personId: string; companyId: string }) {
  const { personId, companyId } = by;
  await tx.db.$queryRaw`
    SELECT 1 FROM "expert" WHERE "personId" = ${personId}::uuid AND "companyId" = ${companyId}::uuid FOR KEY SHARE`;
  return tx.db.expert.findUnique({ where: { personId_companyId: by }, include: { certifications: true } });
}

/** The same by the profile's id, with whatever else can keep it from answering. */
export async function expertById(tx: Tx, id: string) {
  const row = await tx.db.expert.findUniqueOrThrow({
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

type Answering = { requestId: string; companyId: string };

/** The request as a responding company finds it; null where there is none that it may see. */
export async function requestFor(tx: Tx, by: Answering) {
  const row = await tx.db.request.findUnique({
    where: { id: by.requestId },
    select: {
      id: true,
      customerId: true,
      status: true,
      audience: true,
      slots: true,
      openCount: true,
      settledAt: true,
      customer: { select: { suspendedAt: true } },
      responses: { where: { companyId: by.companyId }, select: { status: true } },
    },
  });
  // What is private to another company is not there at all.
  if (!row || (row.audience !== 'everyone' && !row.responses.length)) return null;
  const { responses, customer, audience: _audience, slots, openCount, settledAt, ...request } = row;
  const shared = await tx.db.customerMember.count({
    where: {
      customerId: request.customerId,
      person: { companies: { some: { companyId: by.companyId } } },
    },
  });
  return {
    ...request,
    accepting: request.status === 'accepting' && customer.suspendedAt === null,
    settled: settledAt !== null,
    full: slots !== null && openCount >= slots,
    responded: responses[0]?.status ?? null,
    ownPeople: shared > 0,
  };
}

/** The same, locked until the transaction ends, so that one response comes after another. */
export async function requestToAnswer(tx: Tx, by: Answering) {
  await lock(tx, 'request', by.requestId);
  return requestFor(tx, by);
}

export async function addResponse(
  tx: Tx,
  response: {
    requestId: string;
    companyId: string;
    expertId: string;
    text: string;
    /** An answer, where nothing is said. */
    origin?: 'direct' | 'client';
    at: Date;
  },
) {
  const { at, ...data } = response;
  return tx.db.response.create({ data: { ...data, createdAt: at }, select: { id: true } });
}

export async function responseById(tx: Tx, id: string) {
  return found(
    await tx.db.response.findUnique({
      where: { id },
      select: {
        id: true,
        requestId: true,
        companyId: true,
        status: true,
        request: { select: { customerId: true } },
      },
    }),
    'response',
  );
}

/** The response, locked until the transaction ends, with the proposals that stand on it. */
export async function lockedResponse(tx: Tx, id: string) {
  await lock(tx, 'response', id);
  const response = await responseById(tx, id);
  const proposals = await tx.db.proposal.findMany({
    where: { conversationId: id },
    select: { status: true },
  });
  return { ...response, proposals };
}

/** Puts a response aside, or back. False: it was so already. */
export async function setArchived(tx: Tx, id: string, archivedAt: Date | null): Promise<boolean> {
  const { count } = await tx.db.response.updateMany({
    where: { id, archivedAt: archivedAt ? null : { not: null } },
    data: { archivedAt },
  });
  return count === 1;
}

/** When it was first read. Whoever comes later changes nothing. */
export async function keepReadAt(tx: Tx, id: string, readAt: Date): Promise<void> {
  await tx.db.response.updateMany({ where: { id, readAt: null }, data: { readAt } });
}

type DraftKey = { personId: string; requestId: string };

export async function draftOf(tx: Tx, personId_requestId: DraftKey) {
  return tx.db.responseDraft.findUnique({ where: { personId_requestId } });
}

export async function keepDraft(
  tx: Tx,
  draft: DraftKey & { text: string; sendWhenVerified: boolean; at: Date },
): Promise<void> {
  const { personId, requestId, text, sendWhenVerified, at: updatedAt } = draft;
  const kept = { text, sendWhenVerified, updatedAt };
  await tx.db.responseDraft.upsert({
    where: { personId_requestId: { personId, requestId } },
    create: { personId, requestId, ...kept },
    update: kept,
  });
}

export async function dropDraft(tx: Tx, { personId, requestId }: DraftKey): Promise<void> {
  await tx.db.responseDraft.deleteMany({ where: { personId, requestId } });
}

export async function countHeld(tx: Tx, personId: string): Promise<number> {
  return tx.db.responseDraft.count({ where: { personId, sendWhenVerified: true } });
}

/** A held answer is a draft again. False: it was not held. */
export async function releaseDraft(tx: Tx, { personId, requestId }: DraftKey): Promise<boolean> {
  const { count } = await tx.db.responseDraft.updateMany({
    where: { personId, requestId, sendWhenVerified: true },
    data: { sendWhenVerified: false },
  });
  return count === 1;
}

/** A person's held answers, locked, in the order in which their requests are locked after. */
export async function heldBy(tx: Tx, personId: string) {
  return tx.db.$queryRaw<{ requestId: string; text: string }[]>`
    SELECT "requestId", text FROM "response_draft"
    WHERE "personId" = ${personId}::uuid AND "sendWhenVerified" ORDER BY "requestId" FOR UPDATE`;
}

/** An open response of a company that has closed and offers nothing there any more, held; another process takes the next one. */
export async function nextOfClosed(tx: Tx): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "company" c JOIN "response" r ON r."companyId" = c.id AND r.status = 'open'
    WHERE c."closedAt" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "proposal" p WHERE p."conversationId" = r.id AND p.status IN ('proposed', 'accepted'))
    ORDER BY r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
  return row?.id ?? null;
}

/** What a sentence about a request names, and what its customer said to those who were not chosen. */
export async function answeredRequest(tx: Tx, id: string) {
  const { title, contactName, thanks } = await tx.db.request.findUniqueOrThrow({
    where: { id },
    select: { title: true, contactName: true, thanks: true },
  });
  return { title, customer: contactName, thanks };
}
