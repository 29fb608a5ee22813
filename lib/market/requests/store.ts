import { found } from '@/lib/core/refusal';
import { type Rows, rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { nameOfClient } from './rules';
import type { RequestTexts } from './schema';

type Fields = Omit<RequestTexts, 'asIs'>;

function fieldsOf(given: Fields): Fields {
  const { title, description, budget, location, services, regions, slots, contactName, contactEmail } = given;
  return { title, description, budget, location, services, regions, slots, contactName, contactEmail };
}

export async function requestById(tx: Tx, id: string) {
  return found(await rowsOf(tx).request.findUnique({ where: { id } }), 'request');
}

/** The request, locked until the transaction ends. */
export async function lockedRequest(tx: Tx, id: string) {
  await lock(tx, 'request', id);
  return requestById(tx, id);
}

export async function insertRequest(
  tx: Tx,
  request: Fields & {
    customerId: string;
    postedBy: string;
    /** Of a direct request: whom it is for. */
    toCompanyId?: string;
    toExpertId?: string;
    at: Date;
  },
) {
  const { customerId, postedBy, at } = request;
  const { toCompanyId, toExpertId } = request;
  const direct = toCompanyId ? { audience: 'direct' as const, toCompanyId, toExpertId } : {};
  return rowsOf(tx).request.create({
    data: { customerId, postedBy, createdAt: at, ...direct, ...fieldsOf(request) },
    select: { id: true },
  });
}

/** `editedAt` only where experts read something else now. */
export async function updateRequest(tx: Tx, id: string, fields: Fields, editedAt?: Date): Promise<void> {
  await rowsOf(tx).request.update({
    where: { id },
    data: { ...fieldsOf(fields), ...(editedAt ? { editedAt } : {}) },
  });
}

export async function updateResponded(tx: Tx, id: string): Promise<void> {
  await rowsOf(tx).request.update({
    where: { id },
    data: { responseCount: { increment: 1 }, openCount: { increment: 1 } },
  });
}

/** A withdrawn response frees its place; that there was one stays counted. */
export async function updateWithdrawn(tx: Tx, id: string): Promise<void> {
  await rowsOf(tx).request.update({ where: { id }, data: { openCount: { decrement: 1 } } });
}

/** Everyone on the customer's side: whose open pages show the change. */
export async function memberIdsOf(tx: Tx, customerId: string): Promise<string[]> {
  const members = await rowsOf(tx).customerMember.findMany({
    where: { customerId },
    select: { personId: true },
  });
  return members.map((member) => member.personId);
}

/** Whoever of the companies reads a private request; null where it is open to all. */
export async function privateReadersOf(tx: Tx, id: string): Promise<string[] | null> {
  const row = await rowsOf(tx).request.findUnique({
    where: { id },
    select: {
      audience: true,
      responses: { select: { company: { select: { members: { select: { personId: true } } } } } },
    },
  });
  if (!row || row.audience === 'everyone') return null;
  return row.responses.flatMap(({ company }) => company.members.map(({ personId }) => personId));
}

/** Whether somebody belongs to both. */
export async function shareMembers(
  from: Tx | Rows,
  of: { customerId: string; companyId: string },
): Promise<boolean> {
  const shared = await rowsOf(from).customerMember.count({
    where: { customerId: of.customerId, person: { companies: { some: { companyId: of.companyId } } } },
  });
  return shared > 0;
}

export async function updateOpened(tx: Tx, id: string, at: Date): Promise<void> {
  await rowsOf(tx).request.update({ where: { id }, data: { audience: 'everyone', openedAt: at } });
}

/** The private request of an expert's client, with the title and the note of the invitation. */
export async function insertClientRequest(
  tx: Tx,
  of: {
    requestId: string;
    invitationId: string;
    customerId: string;
    companyId: string;
    expertId: string;
    postedBy: string;
    contactEmail: string;
    at: Date;
  },
): Promise<void> {
  const { requestId, invitationId, customerId, companyId, expertId, at, ...by } = of;
  const invitation = await rowsOf(tx).clientInvitation.findUniqueOrThrow({ where: { id: invitationId } });
  const { title, note, clientName } = invitation;
  await rowsOf(tx).request.create({
    data: {
      id: requestId,
      customerId,
      title,
      description: note,
      budget: 'unknown',
      location: 'anywhere',
      audience: 'client',
      toCompanyId: companyId,
      toExpertId: expertId,
      createdAt: at,
      postedBy: by.postedBy,
      contactName: nameOfClient(clientName),
      contactEmail: by.contactEmail,
    },
  });
}

export async function updateUnanswered(tx: Tx, id: string, at: Date): Promise<void> {
  await rowsOf(tx).request.update({ where: { id }, data: { unansweredAt: at } });
}

/** Settles a request that takes no responses already, or takes that back. */
export async function updateSettled(
  tx: Tx,
  id: string,
  data: { settledAt: Date | null; chosenId: string | null; thanks: string | null },
): Promise<void> {
  await rowsOf(tx).request.update({ where: { id }, data });
}
