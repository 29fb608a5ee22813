import { found } from '@/lib/core/refusal';
import { lock, type Tx } from '@/lib/db/transaction';
import type { Claim, EditProfile } from './schema';

const PARTY = {
  expert: { select: { id: true, personId: true, companyId: true } },
} as const;

export async function certificationById(tx: Tx, id: string) {
  return found(await tx.db.certification.findUnique({ where: { id }, include: PARTY }), 'certification');
}

/** The same row, held until the transaction ends, as it is now. */
export async function lockedCertification(tx: Tx, id: string) {
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

/** How many profiles a person has, with the person's row held. */
export async function countProfiles(tx: Tx, personId: string): Promise<number> {
  await tx.db.$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  return tx.db.expert.count({ where: { personId } });
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

export async function addCertification(tx: Tx, expertId: string, claim: Claim, at: Date): Promise<string> {
  const { code, validationNumber, nameAsPrinted, issuedOn, expiresOn } = claim;
  const { id } = await tx.db.certification.create({
    data: { expertId, code, validationNumber, nameAsPrinted, issuedOn, expiresOn, createdAt: at },
    select: { id: true },
  });
  return id;
}

export async function saveProfile(tx: Tx, input: EditProfile): Promise<void> {
  const { expertId, headline, summary, experience, rateFrom, rateTo, languages } = input;
  await tx.db.expert.update({
    where: { id: expertId },
    data: { headline, summary, experience, rateFromMinor: rateFrom, rateToMinor: rateTo, languages },
  });
}

/** One verified certification whose last day is over, held; another process takes the next one. */
export async function nextOver(tx: Tx): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "certification"
    WHERE status = 'verified' AND "expiresOn" < (app_now() AT TIME ZONE 'UTC')::date
    ORDER BY "expiresOn", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row?.id ?? null;
}
