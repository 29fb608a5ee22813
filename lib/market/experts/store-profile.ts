import type { Tx } from '@/lib/platform/db/transaction';
import type { EditProfile } from './schema';

export async function saveProfile(tx: Tx, input: EditProfile): Promise<void> {
  const { expertId, headline, summary, experience, rateFrom, rateTo, languages, sharesCompany } = input;
  await tx.db.expert.update({
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
  return (await tx.db.expert.count({ where: { handle, id: { not: expertId } } })) > 0;
}

export async function saveHandle(
  tx: Tx,
  of: { expertId: string; handle: string; on: boolean },
): Promise<void> {
  const { expertId, handle, on } = of;
  await tx.db.expert.update({ where: { id: expertId }, data: { handle, handleOn: on } });
}

const DECIDES = {
  id: true,
  companyId: true,
  headline: true,
  summary: true,
  sharesCompany: true,
  languages: true,
  leftAt: true,
  publishedAt: true,
  person: { select: { timeZone: true, suspendedAt: true } },
  company: { select: { about: true, suspendedAt: true, closedAt: true } },
  certifications: { select: { code: true, status: true, expiresOn: true } },
} as const;

/** All that decides whether these profiles are public, with the profiles held: one decision comes after another. */
export async function lockedProfiles(
  tx: Tx,
  whose: { expertId: string } | { companyId: string } | { personId: string },
) {
  const where = 'expertId' in whose ? { id: whose.expertId } : whose;
  const found = await tx.db.expert.findMany({ where, select: { id: true } });
  const ids = found.map((row) => row.id);
  await tx.db.$queryRaw`SELECT 1 FROM "expert" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return tx.db.expert.findMany({ where: { id: { in: ids } }, select: DECIDES, orderBy: { id: 'asc' } });
}

export async function setPublished(tx: Tx, expertId: string, at: Date | null): Promise<void> {
  await tx.db.expert.update({ where: { id: expertId }, data: { publishedAt: at } });
}
