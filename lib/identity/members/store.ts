import { found } from '@/lib/core/refusal';
import type { CompanyRight, CustomerRight } from '@/lib/core/rights';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Right } from './rules';
import type { Tenant } from './schema';

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
  await rowsOf(tx).$queryRawUnsafe(`SELECT 1 FROM "${side}" WHERE id = $1::uuid FOR UPDATE`, id);
  const select = { name: true, suspendedAt: true, members: { select: MEMBER } } as const;
  const row =
    side === 'customer'
      ? await rowsOf(tx).customer.findUnique({ where: { id }, select })
      : await rowsOf(tx).company.findUnique({
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

/** Who is in already is not taken in twice; answers whether they are new. */
export async function insertMember(
  tx: Tx,
  of: { tenant: Tenant; personId: string; rights: readonly Right[]; at: Date },
): Promise<boolean> {
  const { tenant, personId, at } = of;
  const since = { personId, since: at };
  const { count } =
    tenant.side === 'customer'
      ? await rowsOf(tx).customerMember.createMany({
          data: [{ customerId: tenant.id, ...since, rights: of.rights as CustomerRight[] }],
          skipDuplicates: true,
        })
      : await rowsOf(tx).companyMember.createMany({
          data: [{ companyId: tenant.id, ...since, rights: of.rights as CompanyRight[] }],
          skipDuplicates: true,
        });
  return count === 1;
}

export async function updateRights(
  tx: Tx,
  of: { tenant: Tenant; personId: string; rights: readonly Right[] },
): Promise<void> {
  const { tenant, personId, rights } = of;
  if (tenant.side === 'customer')
    await rowsOf(tx).customerMember.update({
      where: { customerId_personId: { customerId: tenant.id, personId } },
      data: { rights: rights as CustomerRight[] },
    });
  else
    await rowsOf(tx).companyMember.update({
      where: { companyId_personId: { companyId: tenant.id, personId } },
      data: { rights: rights as CompanyRight[] },
    });
}

export async function deleteMember(tx: Tx, tenant: Tenant, personId: string): Promise<void> {
  if (tenant.side === 'customer')
    await rowsOf(tx).customerMember.delete({
      where: { customerId_personId: { customerId: tenant.id, personId } },
    });
  else
    await rowsOf(tx).companyMember.delete({
      where: { companyId_personId: { companyId: tenant.id, personId } },
    });
}

/** A member with their tenant, as it is told of: who is gone already has no rights. */
export async function memberToTell(tx: Tx, { side, id }: Tenant, personId: string) {
  const select = { name: true, members: { select: MEMBER } } as const;
  const { name: tenantName, members } =
    side === 'customer'
      ? await rowsOf(tx).customer.findUniqueOrThrow({ where: { id }, select })
      : await rowsOf(tx).company.findUniqueOrThrow({ where: { id }, select });
  const { name } = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true },
  });
  const rows = members as Row[];
  return {
    name,
    tenantName,
    rights: rows.find((member) => member.personId === personId)?.rights ?? [],
    owners: rows.filter(({ rights }) => rights.includes('owner')).map((owner) => owner.personId),
  };
}
