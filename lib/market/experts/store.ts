import { no, Refusal } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { EditProfile } from './schema';

/** How many profiles a person has in companies that they belong to, with the person's row held. */
export async function countProfiles(tx: Tx, personId: string): Promise<number> {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  return rowsOf(tx).expert.count({ where: { personId, leftAt: null } });
}

/** A new seller: the company with its only member, who has every right and a profile. */
export async function insertSeller(
  tx: Tx,
  of: { personId: string; name: string; country: string; freelancer: boolean; headline: string; at: Date },
): Promise<{ companyId: string; expertId: string }> {
  const { personId, name, country, freelancer, headline, at } = of;
  const company = await rowsOf(tx).company.create({
    data: {
      name,
      country,
      freelancer,
      createdAt: at,
      members: { create: { personId, rights: ['owner'], since: at } },
    },
    select: { id: true },
  });
  const { expertId } = await insertProfile(tx, { personId, companyId: company.id, headline, at });
  return { companyId: company.id, expertId };
}

export async function insertProfile(
  tx: Tx,
  of: { personId: string; companyId: string; headline: string; at: Date },
): Promise<{ expertId: string }> {
  const { personId, companyId, headline, at } = of;
  const { id } = await rowsOf(tx).expert.create({
    data: { personId, companyId, headline, languages: ['English'], createdAt: at },
    select: { id: true },
  });
  return { expertId: id };
}

/** A member's profile in a company: a new one, or the one that they had before they left it. */
export async function saveProfile(tx: Tx, of: { personId: string; companyId: string; at: Date }) {
  const { personId, companyId } = of;
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const before = await rowsOf(tx).expert.findUnique({
    where: { personId_companyId: { personId, companyId } },
    select: {
      id: true,
      leftAt: true,
      certifications: { select: { code: true, status: true, expiresOn: true } },
    },
  });
  if (!before) return { ...(await insertProfile(tx, { ...of, headline: '' })), held: [] };
  if (!before.leftAt) throw new Refusal(no('conflict', 'You already have a profile in this company.'));
  await rowsOf(tx).expert.update({ where: { id: before.id }, data: { leftAt: null } });
  return { expertId: before.id, held: before.certifications };
}

/** Whoever comes back to a company finds the profile that they left. */
export async function clearLeft(tx: Tx, of: { personId: string; companyId: string }): Promise<void> {
  await rowsOf(tx).expert.updateMany({ where: { ...of, leftAt: { not: null } }, data: { leftAt: null } });
}

/** Marks the profile as left; answers its id, or null where there was none. */
export async function updateLeft(
  tx: Tx,
  of: { personId: string; companyId: string; at: Date },
): Promise<string | null> {
  const { personId, companyId, at } = of;
  const [row] = await rowsOf(tx).expert.updateManyAndReturn({
    where: { personId, companyId, leftAt: null },
    data: { leftAt: at },
    select: { id: true },
  });
  return row?.id ?? null;
}

export async function updateProfile(tx: Tx, input: EditProfile): Promise<void> {
  const { expertId, headline, summary, experience, rateFrom, rateTo, languages, sharesCompany } = input;
  await rowsOf(tx).expert.update({
    where: { id: expertId },
    data: {
      headline,
      summary,
      experience,
      rateFromMinor: rateFrom,
      rateToMinor: rateTo,
      languages,
      sharesCompany,
    },
  });
}

/** Whether another profile has the handle, in whatever case, switched on or not. */
export async function handleTaken(tx: Tx, handle: string, expertId: string): Promise<boolean> {
  return (await rowsOf(tx).expert.count({ where: { handle, id: { not: expertId } } })) > 0;
}

export async function updateHandle(
  tx: Tx,
  of: { expertId: string; handle: string; on: boolean },
): Promise<void> {
  const { expertId, handle, on } = of;
  await rowsOf(tx).expert.update({ where: { id: expertId }, data: { handle, handleOn: on } });
}
