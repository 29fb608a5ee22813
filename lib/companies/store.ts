import type { Tx } from '@/lib/db/transaction';
import type { Edit } from './schema';

export async function save(tx: Tx, input: Edit): Promise<void> {
  const { companyId, name, about, website, size } = input;
  await tx.db.company.update({
    where: { id: companyId },
    data: { name, about, website, size: size ?? null },
  });
}
