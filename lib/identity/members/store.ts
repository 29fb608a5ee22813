import { found } from '@/lib/core/refusal';
import type { CompanyRight, CustomerRight } from '@/lib/core/rights';
import { DAY, later } from '@/lib/core/time';
import type { Tx } from '@/lib/platform/db/transaction';
import { INVITATION_DAYS, type Right, type Side } from './rules';
import type { Tenant } from './schema';

const daysFrom = (at: Date, days: number) => later(at, days * DAY);

const MEMBER = {
  personId: true,
  rights: true,
  person: { select: { name: true, email: true, suspendedAt: true } },
} as const;

type Row = {
  personId: string;
  rights: Right[];
  person: { name: string; email: string; suspendedAt: Date | null };
};

/** A tenant with its members, held until the transaction ends: nobody's rights change side by side. */
export async function lockedTenant(tx: Tx, { side, id }: Tenant) {
  await tx.db.$queryRawUnsafe(`SELECT 1 FROM "${side}" WHERE id = $1::uuid FOR UPDATE`, id);
  const select = { name: true, suspendedAt: true, members: { select: MEMBER } } as const;
  const row =
    side === 'customer'
      ? await tx.db.customer.findUnique({ where: { id }, select })
      : await tx.db.company.findUnique({
          where: { id },
          select: { ...select, freelancer: true, closedAt: true },
        });
  const { members, ...tenant } = found(row, side);
  const closed = 'closedAt' in tenant && tenant.closedAt !== null;
  return {
    name: tenant.name,
    /** Nothing can be changed in it. */
    still: tenant.suspendedAt !== null || closed,
    freelancer: 'freelancer' in tenant && tenant.freelancer === true,
    members: (members as Row[]).map(({ personId, rights, person }) => ({
      personId,
      rights,
      email: person.email,
      suspended: person.suspendedAt !== null,
    })),
  };
}

const tenantOf = ({ side, id }: Tenant) => (side === 'customer' ? { customerId: id } : { companyId: id });

/** Who is in already is not taken in twice; answers whether they are new. */
export async function addMember(
  tx: Tx,
  of: { tenant: Tenant; personId: string; rights: readonly Right[]; at: Date },
): Promise<boolean> {
  const { tenant, personId, at } = of;
  const since = { personId, since: at };
  const { count } =
    tenant.side === 'customer'
      ? await tx.db.customerMember.createMany({
          data: [{ customerId: tenant.id, ...since, rights: of.rights as CustomerRight[] }],
          skipDuplicates: true,
        })
      : await tx.db.companyMember.createMany({
          data: [{ companyId: tenant.id, ...since, rights: of.rights as CompanyRight[] }],
          skipDuplicates: true,
        });
  return count === 1;
}

export async function saveRights(
  tx: Tx,
  of: { tenant: Tenant; personId: string; rights: readonly Right[] },
): Promise<void> {
  const { tenant, personId, rights } = of;
  if (tenant.side === 'customer')
    await tx.db.customerMember.update({
      where: { customerId_personId: { customerId: tenant.id, personId } },
      data: { rights: rights as CustomerRight[] },
    });
  else
    await tx.db.companyMember.update({
      where: { companyId_personId: { companyId: tenant.id, personId } },
      data: { rights: rights as CompanyRight[] },
    });
}

export async function dropMember(tx: Tx, tenant: Tenant, personId: string): Promise<void> {
  if (tenant.side === 'customer')
    await tx.db.customerMember.delete({
      where: { customerId_personId: { customerId: tenant.id, personId } },
    });
  else
    await tx.db.companyMember.delete({ where: { companyId_personId: { companyId: tenant.id, personId } } });
}

/** How many invitations went to an address in the last day. Calls for the same address wait for each other. */
export async function invitedLately(tx: Tx, email: string, at: Date): Promise<number> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`member_invitation ${email}`}, 0))`;
  return tx.db.memberInvitation.count({ where: { email, createdAt: { gt: daysFrom(at, -1) } } });
}

export async function openInvitations(tx: Tx, tenant: Tenant): Promise<{ id: string; email: string }[]> {
  return tx.db.memberInvitation.findMany({
    where: { ...tenantOf(tenant), status: 'sent' },
    select: { id: true, email: true },
    orderBy: { id: 'asc' },
  });
}

export async function addInvitation(
  tx: Tx,
  of: { tenant: Tenant; email: string; rights: readonly Right[]; invitedBy: string; at: Date },
): Promise<string> {
  const { tenant, email, rights, invitedBy, at } = of;
  const { id } = await tx.db.memberInvitation.create({
    data: {
      ...tenantOf(tenant),
      ...(tenant.side === 'customer'
        ? { customerRights: rights as CustomerRight[] }
        : { companyRights: rights as CompanyRight[] }),
      email,
      invitedBy,
      createdAt: at,
      expiresAt: daysFrom(at, INVITATION_DAYS),
    },
    select: { id: true },
  });
  return id;
}

/** An invitation with whose it is and what it gives. */
export async function invitationById(tx: Tx, id: string) {
  const row = found(await tx.db.memberInvitation.findUnique({ where: { id } }), 'invitation');
  const { customerId, companyId, customerRights, companyRights, email, status, expiresAt, tokenHash } = row;
  const tenant: Tenant = customerId
    ? { side: 'customer', id: customerId }
    : { side: 'company', id: companyId! };
  const rights: Right[] = customerId ? customerRights : companyRights;
  return { id, tenant, rights, email, status, expiresAt, tokenHash };
}

/** The same, held: it is answered once. Its tenant is held before. */
export async function lockedInvitation(tx: Tx, id: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "member_invitation" WHERE id = ${id}::uuid FOR UPDATE`;
  return invitationById(tx, id);
}

export async function prolong(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.memberInvitation.update({
    where: { id },
    data: { expiresAt: daysFrom(at, INVITATION_DAYS) },
  });
}

/** Gives an open invitation a new link and answers what its mail says; null where it is answered or over. */
export async function renewLink(tx: Tx, of: { id: string; tokenHash: string }) {
  const { id, tokenHash } = of;
  const { count } = await tx.db.memberInvitation.updateMany({
    where: { id, status: 'sent', expiresAt: { gt: await tx.now() } },
    data: { tokenHash },
  });
  if (count === 0) return null;
  const row = await tx.db.memberInvitation.findUniqueOrThrow({
    where: { id },
    include: { customer: { select: { name: true } }, company: { select: { name: true } } },
  });
  const inviter = await tx.db.person.findUniqueOrThrow({
    where: { id: row.invitedBy },
    select: { name: true },
  });
  const side: Side = row.customerId ? 'customer' : 'company';
  const rights: Right[] = row.customerId ? row.customerRights : row.companyRights;
  const tenant = (row.customer ?? row.company)!.name;
  return { email: row.email, side, rights, tenant, by: inviter.name, expiresAt: row.expiresAt };
}

/** One invitation whose time is up, held; another process takes the next one. */
export async function nextOver(tx: Tx): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "member_invitation" WHERE status = 'sent' AND "expiresAt" <= app_now()
    ORDER BY "expiresAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row?.id ?? null;
}

/** A member with their tenant, as it is told of: who is gone already has no rights. */
export async function memberToTell(tx: Tx, { side, id }: Tenant, personId: string) {
  const select = { name: true, members: { select: MEMBER } } as const;
  const { name: tenantName, members } =
    side === 'customer'
      ? await tx.db.customer.findUniqueOrThrow({ where: { id }, select })
      : await tx.db.company.findUniqueOrThrow({ where: { id }, select });
  const { name } = await tx.db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const rows = members as Row[];
  return {
    name,
    tenantName,
    rights: rows.find((member) => member.personId === personId)?.rights ?? [],
    owners: rows.filter(({ rights }) => rights.includes('owner')).map((owner) => owner.personId),
  };
}
