import { createHash, randomBytes } from 'node:crypto';
import { NOBODY, type Person, type Viewer } from '@/lib/core/rights';
import { PROOF_MINUTES, type Proof } from '@/lib/core/step-up';
import { HOUR, MINUTE } from '@/lib/core/time';
import type { Database } from '@/lib/platform/db/client';

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

type SessionRow = Omit<Person, 'kind' | 'proved'> & {
  expires: Date;
  lastSeenAt: Date;
  provedAt: Date | null;
  provedBy: Proof | null;
};

/** How the session's person has proved lately that it is them; null once that is too long ago. Wall time. */
export function provedLately(
  session: { provedAt: Date | null; provedBy: Proof | null },
  now = Date.now(),
): Proof | null {
  const { provedAt, provedBy } = session;
  return provedAt && provedAt.getTime() + PROOF_MINUTES * MINUTE > now ? provedBy : null;
}

/** Whether a session still holds: neither past its end nor left alone for too long. Wall time. */
export function sessionHolds(session: { expires: Date; lastSeenAt: Date }, now = Date.now()): boolean {
  return session.expires.getTime() > now && session.lastSeenAt.getTime() + IDLE_HOURS * HOUR > now;
}

/** Whoever holds the session, with memberships, in one query; nobody where it is over. */
export async function personOfSession(
  db: Pick<Database, '$queryRaw'>,
  by: { tokenHash: string } | { id: string },
): Promise<Viewer> {
  return (await readSession(db, by))?.viewer ?? NOBODY;
}

/**
 * The same, with when the session was last used; null where it is over, or still awaits its second factor: whoever asks
 * who somebody is does so here, and until the factor was given they are nobody.
 */
export async function readSession(
  db: Pick<Database, '$queryRaw'>,
  by: { tokenHash: string } | { id: string },
): Promise<{ viewer: Person; lastSeenAt: Date } | null> {
  const tokenHash = 'tokenHash' in by ? by.tokenHash : null;
  const id = 'id' in by ? by.id : null;
  // Every page and every call asks this: one statement, with the memberships as JSON, instead of five. Its condition is not
  // "one or the other": with one of them null, Postgres would find a new plan better than the kept one, and make it each time.
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s.id AS "sessionId", s.expires, s."lastSeenAt", p.id AS "personId", p.name, p.email::text AS email, p.admin,
      p."suspendedAt" IS NOT NULL AS suspended, p."timeZone", s."provedAt", s."provedBy",
      array_remove(ARRAY[
        CASE WHEN EXISTS (SELECT 1 FROM "passkey" k WHERE k."personId" = p.id) THEN 'passkey' END,
        CASE WHEN EXISTS (SELECT 1 FROM "authenticator" a WHERE a."personId" = p.id AND a."confirmedAt" IS NOT NULL)
          THEN 'authenticator' END], NULL) AS factors,
      coalesce((SELECT json_agg(json_build_object(
          'tenantId', m."customerId", 'name', c.name, 'rights', m.rights, 'suspended', c."suspendedAt" IS NOT NULL, 'owners',
          CASE WHEN NOT 'owner' = ANY(m.rights) THEN (SELECT json_agg(o.name) FROM (
            SELECT q.name FROM "customer_member" n JOIN "person" q ON q.id = n."personId" AND q."suspendedAt" IS NULL
            WHERE n."customerId" = c.id AND 'owner' = ANY(n.rights) ORDER BY n.since LIMIT 3) o) END)
          ORDER BY m.since, m."customerId")
        FROM "customer_member" m JOIN "customer" c ON c.id = m."customerId" WHERE m."personId" = p.id), '[]') AS customers,
      coalesce((SELECT json_agg(json_build_object(
          'tenantId', m."companyId", 'name', c.name, 'rights', m.rights, 'suspended', c."suspendedAt" IS NOT NULL, 'closed', c."closedAt" IS NOT NULL, 'owners',
          CASE WHEN NOT 'owner' = ANY(m.rights) THEN (SELECT json_agg(o.name) FROM (
            SELECT q.name FROM "company_member" n JOIN "person" q ON q.id = n."personId" AND q."suspendedAt" IS NULL
            WHERE n."companyId" = c.id AND 'owner' = ANY(n.rights) ORDER BY n.since LIMIT 3) o) END)
          ORDER BY m.since, m."companyId")
        FROM "company_member" m JOIN "company" c ON c.id = m."companyId" WHERE m."personId" = p.id), '[]') AS companies
    FROM "session" s JOIN "person" p ON p.id = s."personId"
    WHERE s.id = coalesce(${id}::uuid, (SELECT t.id FROM "session" t WHERE t."tokenHash" = ${tokenHash}))
      AND NOT s."awaitsFactor"`;
  if (!row || !sessionHolds(row)) return null;
  const { expires: _expires, lastSeenAt, provedAt, provedBy, ...person } = row;
  const proved = provedLately({ provedAt, provedBy });
  return { viewer: { kind: 'person', ...person, proved }, lastSeenAt };
}
