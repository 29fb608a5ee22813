import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Edit } from './schema';

export async function updateCompany(tx: Tx, input: Edit): Promise<void> {
  const { companyId, name, country, about, website, size, partner } = input;
  await rowsOf(tx).company.update({
    where: { id: companyId },
    data: { name, country, about, website, size: size ?? null, partner },
  });
}

/** A company with its members, held: it is closed once, and by an owner. */
export async function lockedCompany(tx: Tx, id: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "company" WHERE id = ${id}::uuid FOR UPDATE`;
  return found(
    await rowsOf(tx).company.findUnique({
      where: { id },
      select: {
        name: true,
        country: true,
        closedAt: true,
        members: { select: { personId: true, rights: true } },
      },
    }),
    'company',
  );
}

/** What the company has agreed to and not finished. Proposals that wait are held, so that none is accepted meanwhile. */
export async function acceptedTitles(tx: Tx, companyId: string): Promise<string[]> {
  await rowsOf(tx).$queryRaw`
    SELECT 1 FROM "proposal" WHERE "companyId" = ${companyId}::uuid AND status IN ('proposed', 'accepted')
    ORDER BY id FOR UPDATE`;
  const rows = await rowsOf(tx).proposal.findMany({
    where: { companyId, status: 'accepted' },
    select: { title: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.title);
}

export async function updateClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await rowsOf(tx).company.update({ where: { id }, data: { closedAt: at } });
}

export async function updateGrown(tx: Tx, id: string, name: string): Promise<void> {
  await rowsOf(tx).company.update({ where: { id }, data: { name, freelancer: false } });
}
