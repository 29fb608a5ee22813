import { found } from '@/lib/core/refusal';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import type { Told } from './rules';
import type { EditRequest, PostRequest } from './schema';

type Fields = Pick<
  EditRequest,
  | 'title'
  | 'description'
  | 'budget'
  | 'location'
  | 'services'
  | 'regions'
  | 'slots'
  | 'contactName'
  | 'contactEmail'
>;

function fieldsOf(given: Fields): Fields {
  const { title, description, budget, location, services, regions, slots, contactName, contactEmail } = given;
  return { title, description, budget, location, services, regions, slots, contactName, contactEmail };
}

export async function requestById(tx: Tx, id: string) {
  return found(await tx.db.request.findUnique({ where: { id } }), 'request');
}

/** The request, locked until the transaction ends. */
export async function lockedRequest(tx: Tx, id: string) {
  await lock(tx, 'request', id);
  return requestById(tx, id);
}

/** A response with its request's customer: what a request is settled with. */
export async function responseOn(tx: Tx, id: string) {
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

/** Locks all responses to a request, in one order, until the transaction ends. */
export async function lockResponsesOf(tx: Tx, requestId: string): Promise<void> {
  await tx.db
    .$queryRaw`SELECT 1 FROM "response" WHERE "requestId" = ${requestId}::uuid ORDER BY id FOR UPDATE`;
}

/** The responses that stand, in the order in which their conversations are locked. */
export async function openResponsesOf(tx: Tx, requestId: string) {
  return tx.db.response.findMany({
    where: { requestId, status: 'open' },
    select: { id: true, companyId: true },
    orderBy: { id: 'asc' },
  });
}

/** Settles a request that takes no responses already, or takes that back. */
export async function keepSettled(
  tx: Tx,
  id: string,
  data: { settledAt: Date | null; chosenId: string | null; thanks: string | null },
): Promise<void> {
  await tx.db.request.update({ where: { id }, data });
}

/** Whether it took responses until it was settled: settling paused it, and not its customer before. */
export async function pausedBySettling(
  tx: Tx,
  request: { id: string; settledAt: Date | null },
): Promise<boolean> {
  const { id: objectId, settledAt: at } = request;
  return (
    at !== null &&
    (await tx.db.statusChange.count({ where: { machine: 'request', objectId, event: 'pause', at } })) > 0
  );
}

export async function addRequest(
  tx: Tx,
  request: { customerId: string; postedBy: string; at: Date } & PostRequest,
) {
  const { customerId, postedBy, at } = request;
  const { toCompanyId, toExpertId } = request;
  const direct = toCompanyId ? { audience: 'direct' as const, toCompanyId, toExpertId } : {};
  return tx.db.request.create({
    data: { customerId, postedBy, createdAt: at, ...direct, ...fieldsOf(request) },
    select: { id: true },
  });
}

export async function countEdits(tx: Tx, requestId: string): Promise<number> {
  return tx.db.requestEdit.count({ where: { requestId } });
}

/** Keeps what the request said until now. */
export async function keepEdit(
  tx: Tx,
  edit: { requestId: string; personId: string; at: Date } & Told,
): Promise<void> {
  const { requestId, personId, at, title, description, budget, location, services, regions } = edit;
  await tx.db.requestEdit.create({
    data: { requestId, personId, at, title, description, budget, location, services, regions },
  });
}

/** `editedAt` only where experts read something else now. */
export async function rewriteRequest(tx: Tx, id: string, fields: Fields, editedAt?: Date): Promise<void> {
  await tx.db.request.update({
    where: { id },
    data: { ...fieldsOf(fields), ...(editedAt ? { editedAt } : {}) },
  });
}

export async function addResponseToCount(tx: Tx, id: string): Promise<void> {
  await tx.db.request.update({
    where: { id },
    data: { responseCount: { increment: 1 }, openCount: { increment: 1 } },
  });
}

/** A withdrawn response frees its place; that there was one stays counted. */
export async function takeFromOpen(tx: Tx, id: string): Promise<void> {
  await tx.db.request.update({ where: { id }, data: { openCount: { decrement: 1 } } });
}

/** Everyone on the customer's side: whose open pages show the change. */
export async function memberIdsOf(tx: Tx, customerId: string): Promise<string[]> {
  const members = await tx.db.customerMember.findMany({ where: { customerId }, select: { personId: true } });
  return members.map((member) => member.personId);
}

/** Whoever of the companies reads a private request; null where it is open to all. */
export async function privateReadersOf(tx: Tx, id: string): Promise<string[] | null> {
  const row = await tx.db.request.findUnique({
    where: { id },
    select: {
      audience: true,
      responses: { select: { company: { select: { members: { select: { personId: true } } } } } },
    },
  });
  if (!row || row.audience === 'everyone') return null;
  return row.responses.flatMap(({ company }) => company.members.map(({ personId }) => personId));
}

/** What a sentence about a request names. */
export async function namesOf(tx: Tx, id: string): Promise<{ title: string; customer: string }> {
  const { title, contactName } = await tx.db.request.findUniqueOrThrow({
    where: { id },
    select: { title: true, contactName: true },
  });
  return { title, customer: contactName };
}

/** The conversations of a request whose response still stands. */
export async function conversationsOn(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { requestId, response: { status: 'open' } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
