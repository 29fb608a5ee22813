import { randomInt } from 'node:crypto';
import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { WARN_DAYS } from './rules';
import type { Claim } from './schema';

const PARTY = {
  expert: { select: { id: true, personId: true, companyId: true, person: { select: { name: true } } } },
} as const;

export async function certificationById(tx: Tx, id: string) {
  return found(await rowsOf(tx).certification.findUnique({ where: { id }, include: PARTY }), 'certification');
}

/** The same row, held until the transaction ends, as it is now. Its person is held before: names do not change meanwhile. */
export async function lockedCertification(tx: Tx, id: string) {
  const { expert } = await certificationById(tx, id);
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${expert.personId}::uuid FOR UPDATE`;
  await lock(tx, 'certification', id);
  return certificationById(tx, id);
}

/** An expert with what they hold, locked: two claims of one certificate must not pass side by side. */
export async function lockedExpert(tx: Tx, id: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "expert" WHERE id = ${id}::uuid FOR UPDATE`;
  return rowsOf(tx).expert.findUnique({
    where: { id },
    include: { certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
}

export async function insertCertification(tx: Tx, expertId: string, claim: Claim, at: Date): Promise<string> {
  const { code, validationNumber, nameAsPrinted, issuedOn, expiresOn, badgeUrl } = claim;
  const stands = { code, validationNumber, nameAsPrinted, issuedOn, expiresOn, badgeUrl };
  const { id } = await rowsOf(tx).certification.create({
    data: { expertId, ...stands, word: newWord(), createdAt: at, queuedAt: at },
    select: { id: true },
  });
  return id;
}

/**
 * One verified certification for which a warning is due, held. Not where the expert has left, or holds a later one of
 * the same code: a renewed certificate needs no warning about the old one.
 */
export async function nextToWarn(tx: Tx): Promise<string | null> {
  const [row] = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "certification" c JOIN "expert" e ON e.id = c."expertId" AND e."leftAt" IS NULL,
      LATERAL (SELECT c."expiresOn" - (app_now() AT TIME ZONE 'UTC')::date AS days) AS left_
    WHERE c.status = 'verified' AND c."expiresOn" BETWEEN (app_now() AT TIME ZONE 'UTC')::date
        AND (app_now() AT TIME ZONE 'UTC')::date + ${WARN_DAYS[0]}::int
      AND (c."warnedDays" IS NULL OR c."warnedDays" >
        (SELECT min(day) FROM unnest(${[...WARN_DAYS]}::int[]) AS day WHERE left_.days <= day))
      AND NOT EXISTS (SELECT 1 FROM "certification" later WHERE later."expertId" = c."expertId"
        AND later.code = c.code AND later.status = 'verified' AND later."expiresOn" > c."expiresOn")
    ORDER BY c."expiresOn", c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`;
  return row?.id ?? null;
}

export async function updateWarned(tx: Tx, id: string, days: number): Promise<void> {
  await rowsOf(tx).certification.update({ where: { id }, data: { warnedDays: days } });
}

/** What a claim that waits once more does not keep: who looked, and a word that has been on a page for all to read. */
export function waitsAgain(queuedAt: Date) {
  return {
    ...{
      decidedBy: null,
      decidedAt: null,
      evidence: null,
      lookedBy: null,
      lookedAt: null,
      lookedReason: null,
    },
    ...{ word: newWord(), wordSeenAt: null, queuedAt },
  };
}

/** A first look at a claim was about the name that its person had then. */
export async function clearFirstLooks(tx: Tx, personId: string): Promise<void> {
  await rowsOf(tx).certification.updateMany({
    where: { status: 'claimed', lookedBy: { not: null }, expert: { personId } },
    data: { lookedBy: null, lookedAt: null, lookedReason: null },
  });
}

/** The certifications of a person that an admin has verified, in all their companies. */
export async function verifiedOf(tx: Tx, personId: string) {
  return rowsOf(tx).certification.findMany({
    where: { status: 'verified', expert: { personId } },
    select: { id: true, expertId: true, code: true, evidence: true, expert: { select: { companyId: true } } },
    orderBy: { id: 'asc' },
  });
}

/** Read aloud and typed by people: nothing that is taken for something else. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A word that nobody else has, for the page of a badge: whoever can write there has the account that earned it. */
export function newWord(): string {
  return `gc-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
}

/** What is told of a certification, and to whom. */
export async function certificationToTell(tx: Tx, id: string) {
  const { code, evidence, expert } = await rowsOf(tx).certification.findUniqueOrThrow({
    where: { id },
    select: {
      code: true,
      evidence: true,
      expert: {
        select: { person: { select: { id: true, name: true } }, company: { select: { name: true } } },
      },
    },
  });
  const { person, company } = expert;
  return { code, evidence, expert: person.name, company: company.name, personId: person.id };
}

/** How often one of these events has happened to it. */
export async function timesMoved(
  tx: Tx,
  machine: string,
  objectId: string,
  events: string[],
): Promise<number> {
  return rowsOf(tx).statusChange.count({ where: { machine, objectId, event: { in: events } } });
}

/** The conversations in which an expert has proposed something that is open, or agreed on. */
export async function openJobsOf(tx: Tx, expertId: string): Promise<string[]> {
  const rows = await rowsOf(tx).proposal.findMany({
    where: { expertId, status: { in: ['proposed', 'accepted'] } },
    select: { conversationId: true },
    distinct: ['conversationId'],
    orderBy: { conversationId: 'asc' },
  });
  return rows.map(({ conversationId }) => conversationId);
}
