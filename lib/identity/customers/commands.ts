import { insist } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { canBeNamed } from '@/lib/identity/names/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { CUSTOMER_COMMANDS } from './rights';
import type { Rename } from './schema';
import * as store from './store';

/** Gives a customer another name: what experts and its own members read. */
export async function rename(tx: Tx, actor: Actor, input: Rename): Promise<{ customerId: string }> {
  const { customerId, name } = input;
  authorise(actor, CUSTOMER_COMMANDS.rename, { customerId });
  insist(canBeNamed({ name }, 'organisation', env.OPERATOR_NAME));
  await store.updateName(tx, customerId, name);
  await audit(tx, actor, await tx.now(), {
    action: 'customers.rename',
    object: 'customer',
    id: customerId,
    customerId,
  });
  return { customerId };
}
