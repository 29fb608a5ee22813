import { insist } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { canBeNamed } from '@/lib/identity/names/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { eligibleCountries } from './countries';
import { canBeBasedIn } from './rules';
import type { Edit } from './schema';
import * as store from './store';

/** Changes what a company's public page says. */
export async function edit(tx: Tx, actor: Actor, input: Edit): Promise<{ companyId: string }> {
  const { companyId } = input;
  authorise(actor, 'companies.edit', { companyId });
  const { country, name } = await store.lockedCompany(tx, companyId);
  if (input.name !== name) insist(canBeNamed({ name: input.name }, 'organisation', env.OPERATOR_NAME));
  insist(canBeBasedIn(input.country, eligibleCountries(env.ELIGIBLE_COUNTRIES), country));
  await store.save(tx, input);
  await audit(tx, actor, await tx.now(), {
    action: 'companies.edit',
    object: 'company',
    id: companyId,
    companyId,
    detail: input.country === country ? {} : { countryBefore: country, country: input.country },
  });
  tx.emit({ name: 'company.edited', companyId });
  return { companyId };
}
