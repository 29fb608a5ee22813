import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';

/** How many of the viewer's certifications are verified: another name sends them back to be verified. */
export async function verifiedCount(viewer: Viewer): Promise<number> {
  if (viewer.kind !== 'person') return 0;
  const { personId } = viewer;
  return database().certification.count({ where: { status: 'verified', expert: { personId } } });
}

const isAdmin = (viewer: Viewer) => viewer.kind === 'person' && viewer.admin && !viewer.suspended;

/** An owner who can act: where a tenant has none, an admin can name one. */
const ABLE_OWNER = { rights: { has: 'owner' as const }, person: { suspendedAt: null } };

const FOUND = {
  id: true,
  name: true,
  email: true,
  admin: true,
  suspendedAt: true,
  createdAt: true,
  customers: {
    select: {
      rights: true,
      customer: {
        select: { id: true, name: true, members: { where: ABLE_OWNER, select: { personId: true } } },
      },
    },
  },
  companies: {
    select: {
      rights: true,
      company: {
        select: { id: true, name: true, members: { where: ABLE_OWNER, select: { personId: true } } },
      },
    },
  },
} as const;

/** A person whom an admin has found, for admins; null for everybody else. */
export async function foundPerson(viewer: Viewer, id: string) {
  return isAdmin(viewer) ? database().person.findUnique({ where: { id }, select: FOUND }) : null;
}

export type FoundPerson = NonNullable<Awaited<ReturnType<typeof foundPerson>>>;

/** Who is suspended now, the latest first, for admins. */
export async function suspendedPeople(viewer: Viewer): Promise<FoundPerson[]> {
  if (!isAdmin(viewer)) return [];
  return database().person.findMany({
    where: { suspendedAt: { not: null } },
    select: FOUND,
    orderBy: { suspendedAt: 'desc' },
    take: 100,
  });
}

/** What admins have decided about these people, and why; the latest first. For admins. */
export async function decisionsAbout(viewer: Viewer, personIds: string[]) {
  if (!isAdmin(viewer) || personIds.length === 0) return [];
  const rows = await database().auditEntry.findMany({
    where: { objectId: { in: personIds }, action: { in: ['people.suspend', 'people.unsuspend'] } },
    orderBy: { at: 'desc' },
    take: 200,
  });
  const admins = await database().person.findMany({
    where: { id: { in: rows.flatMap((row) => row.personId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(admins.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    personId: row.objectId,
    suspended: row.action === 'people.suspend',
    at: row.at,
    by: names.get(row.personId ?? '') ?? 'An admin',
    reason: String((row.detail as { reason?: string }).reason ?? ''),
  }));
}

export type Decision = Awaited<ReturnType<typeof decisionsAbout>>[number];
