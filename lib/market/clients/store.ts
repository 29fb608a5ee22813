import { found } from '@/lib/core/refusal';
import { DAY, earlier, later } from '@/lib/core/time';
import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';
import { invitedLately, lockInvitation, updateLink } from '@/lib/identity/invitations/store';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { InviteClient } from './schema';

/** The person's profile in a company, with what it is certified for. */
export async function inviterOf(tx: Tx, by: { personId: string; companyId: string }) {
  return rowsOf(tx).expert.findUnique({
    where: { personId_companyId: by },
    include: { certifications: true },
  });
}

/** What a company and an address have had of invitations, with the company held: two calls count each other. */
export async function invitedSoFar(
  tx: Tx,
  of: { companyId: string; email: string; title: string; at: Date },
): Promise<{ sentToday: number; toThisAddressToday: number; ownPeople: boolean; openAlready: boolean }> {
  const { companyId, email, title, at } = of;
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "company" WHERE id = ${companyId}::uuid FOR UPDATE`;
  const toThisAddressToday = await invitedLately(tx, 'client_invitation', { email, at });
  const createdAt = { gt: earlier(at, DAY) };
  const sentToday = await rowsOf(tx).clientInvitation.count({ where: { companyId, createdAt } });
  const own = await rowsOf(tx).companyMember.count({ where: { companyId, person: { email } } });
  const open = await rowsOf(tx).clientInvitation.count({
    where: { companyId, email, title, status: 'sent' },
  });
  return { sentToday, toThisAddressToday, ownPeople: own > 0, openAlready: open > 0 };
}

export async function insertInvitation(
  tx: Tx,
  of: InviteClient & { expertId: string; at: Date },
): Promise<string> {
  const { at, ...data } = of;
  const expiresAt = later(at, INVITATION_DAYS * DAY);
  const { id } = await rowsOf(tx).clientInvitation.create({
    data: { ...data, createdAt: at, expiresAt },
    select: { id: true },
  });
  return id;
}

export async function invitationById(tx: Tx, id: string) {
  return found(await rowsOf(tx).clientInvitation.findUnique({ where: { id } }), 'invitation');
}

/** The same, held: it is answered once. */
export async function lockedInvitation(tx: Tx, id: string) {
  await lockInvitation(tx, 'client_invitation', id);
  return invitationById(tx, id);
}

/** Whether the company can still go through with it. */
export async function companyStands(tx: Tx, of: { companyId: string; expertId: string }): Promise<boolean> {
  const expert = await rowsOf(tx).expert.count({
    where: {
      id: of.expertId,
      leftAt: null,
      person: { suspendedAt: null },
      company: { id: of.companyId, suspendedAt: null, closedAt: null },
    },
  });
  return expert > 0;
}

export async function shareMembers(tx: Tx, of: { customerId: string; companyId: string }): Promise<boolean> {
  const shared = await rowsOf(tx).customerMember.count({
    where: { customerId: of.customerId, person: { companies: { some: { companyId: of.companyId } } } },
  });
  return shared > 0;
}

/** Gives an invitation the id of the request that it becomes, and answers it. */
export async function updateRequestId(tx: Tx, id: string): Promise<string> {
  const [row] = await rowsOf(tx).$queryRaw<{ requestId: string }[]>`
    UPDATE "client_invitation" SET "requestId" = uuidv7() WHERE id = ${id}::uuid RETURNING "requestId"`;
  return row!.requestId;
}

/** Gives an open invitation a new link and answers what its mail says; null where it is answered or over. */
export async function renewLink(tx: Tx, of: { id: string; tokenHash: string }) {
  if (!(await updateLink(tx, 'client_invitation', of))) return null;
  const { email, title, expertId } = await invitationById(tx, of.id);
  const expert = await rowsOf(tx).expert.findUniqueOrThrow({
    where: { id: expertId },
    select: { person: { select: { name: true } }, company: { select: { name: true } } },
  });
  return { email, title, expert: expert.person.name, company: expert.company.name };
}
