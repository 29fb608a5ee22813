import type { Tx } from '@/lib/platform/db/transaction';
import type { DirectTarget } from './direct-rules';
import { nameOfClient } from './naming-rules';

/** A company as one asks it directly; null where there is none. For pages and for commands alike. */
export async function directTarget(db: Tx['db'], companyId: string): Promise<DirectTarget | null> {
  const company = await db.company.findUnique({
    where: { id: companyId },
    select: {
      id: true,
      name: true,
      suspendedAt: true,
      closedAt: true,
      experts: {
        where: { leftAt: null, person: { suspendedAt: null } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          person: { select: { name: true } },
          certifications: { select: { code: true, status: true, expiresOn: true } },
        },
      },
    },
  });
  if (!company) return null;
  return {
    companyId: company.id,
    name: company.name,
    open: company.suspendedAt === null && company.closedAt === null,
    experts: company.experts.map(({ person, ...expert }) => ({ ...expert, name: person.name })),
  };
}

/** Whether somebody belongs to both. */
export async function shareMembers(
  db: Tx['db'],
  of: { customerId: string; companyId: string },
): Promise<boolean> {
  const shared = await db.customerMember.count({
    where: { customerId: of.customerId, person: { companies: { some: { companyId: of.companyId } } } },
  });
  return shared > 0;
}

export async function openRequest(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.request.update({ where: { id }, data: { audience: 'everyone', openedAt: at } });
}

/** The request where a company may read it: open to all, or private to this company. */
export async function requestSeenBy(tx: Tx, by: { requestId: string; companyId: string }) {
  return tx.db.request.findFirst({
    where: {
      id: by.requestId,
      OR: [
        { status: 'accepting', audience: 'everyone', customer: { suspendedAt: null } },
        { responses: { some: { companyId: by.companyId } } },
      ],
    },
    select: { id: true, customerId: true },
  });
}

/** Notes that a company has opened a request. False: it had before. */
export async function addView(
  tx: Tx,
  view: { requestId: string; companyId: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.db.requestView.createMany({ data: [view], skipDuplicates: true });
  if (count === 1)
    await tx.db.request.update({ where: { id: view.requestId }, data: { viewCount: { increment: 1 } } });
  return count === 1;
}

/** The companies whose people have written about a request, in the conversation that its customer began with them. */
export async function companiesThatWrote(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { requestId, messages: { some: { side: 'company', authorId: { not: null } } } },
    select: { companyId: true },
  });
  return rows.map(({ companyId }) => companyId);
}

export async function certificationsOf(tx: Tx, by: { personId: string; companyId: string }) {
  const expert = await tx.db.expert.findUnique({
    where: { personId_companyId: by },
    select: { leftAt: true, certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
  return expert?.leftAt === null ? expert.certifications : [];
}

/** The private request of an expert's client, with the title and the note of the invitation. */
export async function addClientRequest(
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
  const invitation = await tx.db.clientInvitation.findUniqueOrThrow({ where: { id: invitationId } });
  const { title, note, clientName } = invitation;
  await tx.db.request.create({
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
