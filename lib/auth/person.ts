import { createHash, randomBytes } from 'node:crypto';
import type { Person, Viewer } from '@/lib/core/rights';
import { NOBODY } from '@/lib/core/rights';
import type { Database } from '@/lib/db/client';

/** A secret for a cookie or a link: 256 random bits. Only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A person's session ends after 12 hours, or after 2 hours without a request (ASVS 7.3.1, 7.3.2). */
export const SESSION_HOURS = 12;
export const IDLE_HOURS = 2;

const MEMBERSHIPS = {
  customers: { select: { customerId: true, rights: true, customer: { select: { suspendedAt: true } } } },
  companies: { select: { companyId: true, rights: true, company: { select: { suspendedAt: true } } } },
} as const;

/** Whether a session still holds: neither past its end nor left alone for too long. Wall time. */
export function sessionHolds(session: { expires: Date; lastSeenAt: Date }, now = Date.now()): boolean {
  return session.expires.getTime() > now && session.lastSeenAt.getTime() + IDLE_HOURS * 3_600_000 > now;
}

/** Whoever holds the session, with memberships, in one query; nobody where it is over. */
export async function personOfSession(
  db: Pick<Database, 'session'>,
  by: { tokenHash: string } | { id: string },
): Promise<Viewer> {
  return (await readSession(db, by))?.viewer ?? NOBODY;
}

/** The same, with when the session was last used; null where it is over. */
export async function readSession(
  db: Pick<Database, 'session'>,
  by: { tokenHash: string } | { id: string },
): Promise<{ viewer: Person; lastSeenAt: Date } | null> {
  const session = await db.session.findUnique({
    where: by as { tokenHash: string },
    include: { person: { include: MEMBERSHIPS } },
  });
  if (!session || !sessionHolds(session)) return null;
  const { person } = session;
  const viewer: Person = {
    kind: 'person',
    personId: person.id,
    sessionId: session.id,
    name: person.name,
    email: person.email,
    admin: person.admin,
    suspended: person.suspendedAt !== null,
    timeZone: person.timeZone,
    customers: person.customers.map((m) => ({
      tenantId: m.customerId,
      rights: m.rights,
      suspended: m.customer.suspendedAt !== null,
    })),
    companies: person.companies.map((m) => ({
      tenantId: m.companyId,
      rights: m.rights,
      suspended: m.company.suspendedAt !== null,
    })),
  };
  return { viewer, lastSeenAt: session.lastSeenAt };
}
