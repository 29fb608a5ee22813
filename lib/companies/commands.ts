import { audit } from '@/lib/audit/store';
import { type Actor, authorise } from '@/lib/core/rights';
import type { Tx } from '@/lib/db/transaction';
import type { Edit } from './schema';
import * as store from './store';

/** Changes what a company's public page says. Its country stays: it was stated at registration. */
export async function edit(tx: Tx, actor: Actor, input: Edit): Promise<{ companyId: string }> {
  const { companyId } = input;
  authorise(actor, 'companies.edit', { companyId });
  await store.save(tx, input);
  await audit(tx, actor, await tx.now(), {
    action: 'companies.edit',
    object: 'company',
    id: companyId,
    companyId,
  });
  tx.emit({ name: 'company.edited', companyId });
  return { companyId };
}
