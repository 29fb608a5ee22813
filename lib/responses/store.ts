import { found } from '@/lib/core/refusal';
import { lock, type Tx } from '@/lib/db/transaction';

/** The person's profile in a company, with what it is certified for; null where there is none. */
export async function expertOf(tx: Tx, by: { personId: string; companyId: string }) {
  return tx.db.expert.findUnique({ where: { personId_companyId: by }, include: { certifications: true } });
}

/** The request as a responding company finds it, locked until the transaction ends, so that one response comes after another. */
export async function requestToAnswer(tx: Tx, by: { requestId: string; companyId: string }) {
  await lock(tx, 'request', by.requestId);
  const row = await tx.db.request.findUnique({
    where: { id: by.requestId },
    select: {
      id: true,
      customerId: true,
      status: true,
      audience: true,
      slots: true,
      openCount: true,
      customer: { select: { suspendedAt: true } },
      responses: { where: { companyId: by.companyId }, select: { status: true } },
    },
  });
  // What is private to another company is not there at all.
  const { responses, customer, audience, slots, openCount, ...request } = found(
    row?.audience === 'everyone' || row?.responses.length ? row : null,
    'request',
  );
  const shared = await tx.db.customerMember.count({
    where: {
      customerId: request.customerId,
      person: { companies: { some: { companyId: by.companyId } } },
    },
  });
  return {
    ...request,
    accepting: request.status === 'accepting' && customer.suspendedAt === null,
    full: slots !== null && openCount >= slots,
    responded: responses[0]?.status ?? null,
    ownPeople: shared > 0,
  };
}

export async function addResponse(
  tx: Tx,
  response: { requestId: string; companyId: string; expertId: string; text: string; at: Date },
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
