import { found } from '@/lib/core/refusal';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import { shareMembers } from '@/lib/market/requests/store';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';

/**
 * The person's profile in a company, with what it is certified for; null where there is none. Held, so that no admin takes
 * back in the same moment what the answer rests on.
 */
export async function expertOf(tx: Tx, by: { personId: string; companyId: string }) {
  const { personId, companyId } = by;
  await rowsOf(tx).$queryRaw`
    SELECT 1 FROM "expert" WHERE "personId" = ${personId}::uuid AND "companyId" = ${companyId}::uuid FOR KEY SHARE`;
  return rowsOf(tx).expert.findUnique({
    where: { personId_companyId: by },
    include: { certifications: true },
  });
}

type Answering = { requestId: string; companyId: string };

/** The request as a responding company finds it; null where there is none that it may see. */
export async function requestFor(tx: Tx, by: Answering) {
  const row = await rowsOf(tx).request.findUnique({
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
  return {
    ...request,
    accepting: isAccepting(request.status) && customer.suspendedAt === null,
    settled: settledAt !== null,
    full: slots !== null && openCount >= slots,
    responded: responses[0]?.status ?? null,
    ownPeople: await shareMembers(tx, { customerId: request.customerId, companyId: by.companyId }),
  };
}

/** The same, locked until the transaction ends, so that one response comes after another. */
export async function lockedRequestFor(tx: Tx, by: Answering) {
  await lock(tx, 'request', by.requestId);
  return requestFor(tx, by);
}

export async function insertResponse(
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
  return rowsOf(tx).response.create({ data: { ...data, createdAt: at }, select: { id: true } });
}

export async function responseById(tx: Tx, id: string) {
  return found(
    await rowsOf(tx).response.findUnique({
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
  const proposals = await rowsOf(tx).proposal.findMany({
    where: { conversationId: id },
    select: { status: true },
  });
  return { ...response, proposals };
}

/** Puts a response aside, or back. False: it was so already. */
export async function updateArchived(tx: Tx, id: string, archivedAt: Date | null): Promise<boolean> {
  const { count } = await rowsOf(tx).response.updateMany({
    where: { id, archivedAt: archivedAt ? null : { not: null } },
    data: { archivedAt },
  });
  return count === 1;
}

/** When it was first read. Whoever comes later changes nothing. */
export async function updateReadAt(tx: Tx, id: string, readAt: Date): Promise<void> {
  await rowsOf(tx).response.updateMany({ where: { id, readAt: null }, data: { readAt } });
}

/** An open response of a company that has closed and offers nothing there any more, held; another process takes the next one. */
export async function nextOfClosed(tx: Tx): Promise<string | null> {
  const [row] = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "company" c JOIN "response" r ON r."companyId" = c.id AND r.status = 'open'
    WHERE c."closedAt" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "proposal" p WHERE p."conversationId" = r.id AND p.status IN ('proposed', 'accepted'))
    ORDER BY r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
  return row?.id ?? null;
}

/** Locks all responses to a request, in one order, until the transaction ends. */
export async function lockResponsesOf(tx: Tx, requestId: string): Promise<void> {
  await rowsOf(tx)
    .$queryRaw`SELECT 1 FROM "response" WHERE "requestId" = ${requestId}::uuid ORDER BY id FOR UPDATE`;
}

/** The responses that stand, in the order in which their conversations are locked. */
export async function openResponsesOf(tx: Tx, requestId: string) {
  return rowsOf(tx).response.findMany({
    where: { requestId, status: 'open' },
    select: { id: true, companyId: true },
    orderBy: { id: 'asc' },
  });
}
