import type { Side } from '@/lib/core/lifecycle';
import { found } from '@/lib/core/refusal';
import type { CompanyRight, CustomerRight } from '@/lib/core/rights';
import { DAY, later } from '@/lib/core/time';
import { INVITATION_DAYS } from '@/lib/identity/invitations/rules';
import { lockInvitation, updateLink } from '@/lib/identity/invitations/store';
import type { Right } from '@/lib/identity/members/rules';
import { type Tenant, tenantsOf } from '@/lib/identity/members/schema';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function openInvitations(tx: Tx, tenant: Tenant) {
  return rowsOf(tx).memberInvitation.findMany({
    where: { ...tenantsOf(tenant), status: 'sent' },
    select: { id: true, email: true, status: true },
    orderBy: { id: 'asc' },
  });
}

export async function insertInvitation(
  tx: Tx,
  of: { tenant: Tenant; email: string; rights: readonly Right[]; invitedBy: string; at: Date },
): Promise<string> {
  const { tenant, email, rights, invitedBy, at } = of;
  const { id } = await rowsOf(tx).memberInvitation.create({
    data: {
      ...tenantsOf(tenant),
      ...(tenant.side === 'customer'
        ? { customerRights: rights as CustomerRight[] }
        : { companyRights: rights as CompanyRight[] }),
      email,
      invitedBy,
      createdAt: at,
      expiresAt: later(at, INVITATION_DAYS * DAY),
    },
    select: { id: true },
  });
  return id;
}

/** An invitation with whose it is and what it gives. */
export async function invitationById(tx: Tx, id: string) {
  const row = found(await rowsOf(tx).memberInvitation.findUnique({ where: { id } }), 'invitation');
  const { customerId, companyId, customerRights, companyRights, email, status, expiresAt, tokenHash } = row;
  const tenant: Tenant = customerId
    ? { side: 'customer', id: customerId }
    : { side: 'company', id: companyId! };
  const rights: Right[] = customerId ? customerRights : companyRights;
  return { id, tenant, rights, email, status, expiresAt, tokenHash };
}

/** The same, held: it is answered once. Its tenant is held before. */
export async function lockedInvitation(tx: Tx, id: string) {
  await lockInvitation(tx, 'member_invitation', id);
  return invitationById(tx, id);
}

export async function updateEnd(tx: Tx, id: string, at: Date): Promise<void> {
  await rowsOf(tx).memberInvitation.update({
    where: { id },
    data: { expiresAt: later(at, INVITATION_DAYS * DAY) },
  });
}

/** Gives an open invitation a new link and answers what its mail says; null where it is answered or over. */
export async function renewLink(tx: Tx, of: { id: string; tokenHash: string }) {
  if (!(await updateLink(tx, 'member_invitation', of))) return null;
  const row = await rowsOf(tx).memberInvitation.findUniqueOrThrow({
    where: { id: of.id },
    include: { customer: { select: { name: true } }, company: { select: { name: true } } },
  });
  const inviter = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: row.invitedBy },
    select: { name: true },
  });
  const side: Side = row.customerId ? 'customer' : 'company';
  const rights: Right[] = row.customerId ? row.customerRights : row.companyRights;
  const tenant = (row.customer ?? row.company)!.name;
  return { email: row.email, side, rights, tenant, by: inviter.name, expiresAt: row.expiresAt };
}
