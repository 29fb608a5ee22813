import type { EventOf } from '@/lib/core/events';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canBeNamed } from '@/lib/identity/names/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { eligibleCountries } from './countries';
import { COMPANY_COMMANDS } from './rights';
import { canBeBasedIn, canClose } from './rules';
import type { Close, Edit } from './schema';
import * as store from './store';

/**
 * Closes a company for good: nothing of it is public after, its open answers and proposals are taken back, and nobody can
 * begin anything in it. What was agreed, paid and reviewed stays readable for both sides.
 */
export async function close(tx: Tx, actor: Actor, input: Close): Promise<{ companyId: string }> {
  const { companyId } = input;
  authorise(actor, COMPANY_COMMANDS.close, { companyId });
  const { personId } = personOf(actor);
  const company = await store.lockedCompany(tx, companyId);
  insist(
    canClose({
      closed: company.closedAt !== null,
      owner: company.members.some((m) => m.personId === personId && m.rights.includes('owner')),
      acceptedTitles: await store.acceptedTitles(tx, companyId),
    }),
  );
  const at = await tx.now();
  await store.updateClosed(tx, companyId, at);
  await audit(tx, actor, at, { action: 'companies.close', object: 'company', id: companyId, companyId });
  tx.emit({ name: 'company.closed', companyId });
  return { companyId };
}

/** A reaction to the first colleague: whoever worked alone has a company with a name of its own. */
export async function grow(tx: Tx, actor: Actor, event: EventOf<'company.grown'>): Promise<void> {
  const { companyId, companyName } = event;
  await store.updateGrown(tx, companyId, companyName);
  await audit(tx, actor, await tx.now(), {
    action: 'companies.grow',
    object: 'company',
    id: companyId,
    companyId,
  });
}

/** Changes what a company's public page says. */
export async function edit(tx: Tx, actor: Actor, input: Edit): Promise<{ companyId: string }> {
  const { companyId } = input;
  authorise(actor, COMPANY_COMMANDS.edit, { companyId });
  const { country, name } = await store.lockedCompany(tx, companyId);
  if (input.name !== name) insist(canBeNamed({ name: input.name }, 'organisation', env.OPERATOR_NAME));
  insist(canBeBasedIn(input.country, eligibleCountries(env.ELIGIBLE_COUNTRIES), country));
  await store.updateCompany(tx, input);
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
