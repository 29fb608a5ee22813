import { found, no, Refusal } from '@/lib/core/refusal';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { counts } from './rules';
import { WARN_DAYS } from './rules-warn';
import type { Claim } from './schema';
import { newWord } from './word';

const PARTY = {
  expert: { select: { id: true, personId: true, companyId: true, person: { select: { name: true } } } },
} as const;

export async function certificationById(tx: Tx, id: string) {
  return found(await tx.db.certification.findUnique({ where: { id }, include: PARTY }), 'certification');
}

/** The same row, held until the transaction ends, as it is now. Its person is held before: names do not change meanwhile. */
export async function lockedCertification(tx: Tx, id: string) {
  const { expert } = await certificationById(tx, id);
  await tx.db.$queryRaw`SELECT 1 FROM "person" WHERE id = ${expert.personId}::uuid FOR UPDATE`;
  await lock(tx, 'certification', id);
  return certificationById(tx, id);
}

/** Other claims of the number, whoever made them. */
export async function sameNumber(tx: Tx, of: { id: string; validationNumber: string }) {
  return tx.db.certification.findMany({
    where: { validationNumber: { equals: of.validationNumber, mode: 'insensitive' }, id: { not: of.id } },
    select: { status: true },
    take: 50,
  });
}

/** An expert with what they hold, locked: two claims of one certificate must not pass side by side. */
export async function lockedExpert(tx: Tx, id: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "expert" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.db.expert.findUnique({
    where: { id },
    include: { certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
}

/** How many profiles a person has in companies that they belong to, with the person's row held. */
export async function countProfiles(tx: Tx, personId: string): Promise<number> {
  await tx.db.$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  return tx.db.expert.count({ where: { personId, leftAt: null } });
}

/** A new seller: the company with its only member, who has every right and a profile. */
export async function addSeller(
  tx: Tx,
  of: { personId: string; name: string; country: string; freelancer: boolean; headline: string; at: Date },
): Promise<{ companyId: string; expertId: string }> {
  const { personId, name, country, freelancer, headline, at } = of;
  const company = await tx.db.company.create({
    data: {
      name,
      country,
      freelancer,
      createdAt: at,
      members: { create: { personId, rights: ['owner'], since: at } },
    },
    select: { id: true },
  });
  const { expertId } = await addProfile(tx, { personId, companyId: company.id, headline, at });
  return { companyId: company.id, expertId };
}

export async function addProfile(
  tx: Tx,
  of: { personId: string; companyId: string; headline: string; at: Date },
): Promise<{ expertId: string }> {
  const { personId, companyId, headline, at } = of;
  const { id } = await tx.db.expert.create({
    data: { personId, companyId, headline, languages: ['English'], createdAt: at },
    select: { id: true },
  });
  return { expertId: id };
}

/** A member's profile in a company: a new one, or the one that they had before they left it. */
export async function openProfile(tx: Tx, of: { personId: string; companyId: string; at: Date }) {
  const { personId, companyId } = of;
  await tx.db.$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const before = await tx.db.expert.findUnique({
    where: { personId_companyId: { personId, companyId } },
    select: {
      id: true,
      leftAt: true,
      certifications: { select: { code: true, status: true, expiresOn: true } },
    },
  });
  if (!before) return { ...(await addProfile(tx, { ...of, headline: '' })), held: [] };
  if (!before.leftAt) throw new Refusal(no('conflict', 'You have a profile in this company already.'));
  await tx.db.expert.update({ where: { id: before.id }, data: { leftAt: null } });
  return { expertId: before.id, held: before.certifications };
}

/** Whoever comes back to a company finds the profile that they left. */
export async function comeBack(tx: Tx, of: { personId: string; companyId: string }): Promise<void> {
  await tx.db.expert.updateMany({ where: { ...of, leftAt: { not: null } }, data: { leftAt: null } });
}

/** Marks the profile as left; answers its id, or null where there was none. */
export async function leaveCompany(
  tx: Tx,
  of: { personId: string; companyId: string; at: Date },
): Promise<string | null> {
  const { personId, companyId, at } = of;
  const [row] = await tx.db.expert.updateManyAndReturn({
    where: { personId, companyId, leftAt: null },
    data: { leftAt: at },
    select: { id: true },
  });
  return row?.id ?? null;
}

export async function addCertification(tx: Tx, expertId: string, claim: Claim, at: Date): Promise<string> {
  const { code, validationNumber, nameAsPrinted, issuedOn, expiresOn, badgeUrl } = claim;
  const stands = { code, validationNumber, nameAsPrinted, issuedOn, expiresOn, badgeUrl };
  const { id } = await tx.db.certification.create({
    data: { expertId, ...stands, word: newWord(), createdAt: at, queuedAt: at },
    select: { id: true },
  });
  return id;
}

/** One verified certification whose last day is over, held; another process takes the next one. */
export async function nextOver(tx: Tx): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "certification"
    WHERE status = 'verified' AND "expiresOn" < (app_now() AT TIME ZONE 'UTC')::date
    ORDER BY "expiresOn", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row?.id ?? null;
}

/**
 * One verified certification for which a warning is due, held. Not where the expert has left, or holds a later one of
 * the same code: a renewed certificate needs no warning about the old one.
 */
export async function nextToWarn(tx: Tx): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
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

export async function keepWarned(tx: Tx, id: string, days: number): Promise<void> {
  await tx.db.certification.update({ where: { id }, data: { warnedDays: days } });
}

/** The claim that waits next after this one, of somebody else than this admin; after the last one the first again. */
export async function nextWaiting(
  tx: Tx,
  after: { queuedAt: Date; id: string },
  personId: string,
): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "certification" c JOIN "expert" e ON e.id = c."expertId"
    WHERE c.status = 'claimed' AND e."personId" <> ${personId}::uuid
    ORDER BY (c."queuedAt", c.id) > (${after.queuedAt}::timestamptz, ${after.id}::uuid) DESC, c."queuedAt", c.id
    LIMIT 1`;
  return row?.id ?? null;
}

/** What rests on a decision about a certification: read with the expert's row held, on which everything begun hangs. */
export async function restsOn(
  tx: Tx,
  decided: { id: string; expertId: string; code: string; decidedAt: Date | null; createdAt: Date },
  at: Date,
): Promise<{ begun: boolean; claimedAnew: boolean }> {
  const { id, expertId, code, createdAt } = decided;
  const since = decided.decidedAt ?? createdAt;
  const others = await tx.db.certification.findMany({
    where: { expertId, id: { not: id } },
    select: { code: true, status: true, expiresOn: true, createdAt: true },
  });
  const claimedAnew = others.some(
    (other) =>
      other.code === code && other.createdAt > createdAt && ['claimed', 'verified'].includes(other.status),
  );
  // Whoever holds another one that counts could have begun the same without this.
  if (others.some((other) => counts(other, at))) return { begun: false, claimedAnew };
  const by = { expertId, createdAt: { gte: since } };
  const begun =
    (await tx.db.response.count({ where: by })) +
    (await tx.db.proposal.count({ where: by })) +
    (await tx.db.permissionRequest.count({ where: { expertId, requestedAt: { gte: since } } }));
  return { begun: begun > 0, claimedAnew };
}
