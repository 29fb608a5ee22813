import type { Side } from '@/lib/core/lifecycle';
import { mayRun, type Viewer } from '@/lib/core/rights';
import type { InvitationStatus } from '@/lib/identity/invitations/lifecycle';
import { database } from '@/lib/platform/db/client';
import { MEMBER_COMMANDS } from './rights';
import type { Right } from './rules';
import { type Tenant, tenantsOf } from './schema';

export type OwnTenant = { side: Side; id: string; name: string; rights: Right[]; closed: boolean };

/** The customers or the companies that the viewer belongs to, in the order in which they joined. */
export async function ownTenants(viewer: Viewer, side: Side): Promise<OwnTenant[]> {
  if (viewer.kind !== 'person') return [];
  const where = { personId: viewer.personId };
  if (side === 'customer') {
    const rows = await database().customerMember.findMany({
      where,
      select: { rights: true, customer: { select: { id: true, name: true } } },
      orderBy: [{ since: 'asc' }, { customerId: 'asc' }],
    });
    return rows.map(({ customer, rights }) => ({ side, ...customer, rights, closed: false }));
  }
  const rows = await database().companyMember.findMany({
    where,
    select: { rights: true, company: { select: { id: true, name: true, closedAt: true } } },
    orderBy: [{ since: 'asc' }, { companyId: 'asc' }],
  });
  return rows.map(({ company: { closedAt, ...company }, rights }) => ({
    side,
    ...company,
    rights,
    closed: closedAt !== null,
  }));
}

export type ShownMember = {
  personId: string;
  name: string;
  /** For owners alone. */
  email: string | null;
  rights: Right[];
  since: Date;
  suspended: boolean;
  self: boolean;
};

export type ShownInvitation = {
  id: string;
  email: string;
  rights: Right[];
  status: InvitationStatus;
  at: Date;
  expiresAt: Date;
};

export type MembersPage = OwnTenant & {
  /** Somebody who works alone: with the first colleague they need a name. */
  freelancer: boolean;
  manages: boolean;
  members: ShownMember[];
  /** For owners alone, the newest first: all that are open, and some that are over. */
  invitations: ShownInvitation[];
};

const ENDED_SHOWN = 20;

/** Everything about the members of one tenant, for its members; null for everybody else. */
export async function membersPage(viewer: Viewer, tenant: Tenant): Promise<MembersPage | null> {
  if (viewer.kind !== 'person') return null;
  const own = (await ownTenants(viewer, tenant.side)).find(({ id }) => id === tenant.id);
  if (!own) return null;
  const manages = mayRun(viewer, MEMBER_COMMANDS.setRights, tenantsOf(tenant)) === null;
  const person = { select: { name: true, email: true, suspendedAt: true } } as const;
  const order = { orderBy: [{ since: 'asc' as const }, { personId: 'asc' as const }] };
  const [rows, company, invitations] = await Promise.all([
    tenant.side === 'customer'
      ? database().customerMember.findMany({
          where: { customerId: tenant.id },
          include: { person },
          ...order,
        })
      : database().companyMember.findMany({ where: { companyId: tenant.id }, include: { person }, ...order }),
    tenant.side === 'company'
      ? database().company.findUnique({ where: { id: tenant.id }, select: { freelancer: true } })
      : null,
    manages ? invitationsOf(tenant) : [],
  ]);
  return {
    ...own,
    freelancer: company?.freelancer ?? false,
    manages,
    members: rows.map((row) => ({
      personId: row.personId,
      name: row.person.name,
      email: own.rights.includes('owner') ? row.person.email : null,
      rights: row.rights as Right[],
      since: row.since,
      suspended: row.person.suspendedAt !== null,
      self: row.personId === viewer.personId,
    })),
    invitations,
  };
}

async function invitationsOf(tenant: Tenant): Promise<ShownInvitation[]> {
  const where = tenantsOf(tenant);
  const order = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] };
  const [open, over] = await Promise.all([
    database().memberInvitation.findMany({ where: { ...where, status: 'sent' }, ...order, take: 200 }),
    database().memberInvitation.findMany({
      where: { ...where, status: { in: ['declined', 'withdrawn', 'expired'] } },
      ...order,
      take: ENDED_SHOWN,
    }),
  ]);
  return [...open, ...over].map((row) => ({
    id: row.id,
    email: row.email,
    rights: tenant.side === 'customer' ? row.customerRights : row.companyRights,
    status: row.status,
    at: row.createdAt,
    expiresAt: row.expiresAt,
  }));
}
