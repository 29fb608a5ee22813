import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

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
  const found = await rowsOf(tx).expert.findMany({ where, select: { id: true } });
  const ids = found.map((row) => row.id);
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "expert" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return rowsOf(tx).expert.findMany({ where: { id: { in: ids } }, select: DECIDES, orderBy: { id: 'asc' } });
}

export async function updatePublished(tx: Tx, expertId: string, at: Date | null): Promise<void> {
  await rowsOf(tx).expert.update({ where: { id: expertId }, data: { publishedAt: at } });
}
