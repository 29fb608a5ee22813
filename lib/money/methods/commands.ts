import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { detachMethodJob } from './jobs';
import { METHOD_COMMANDS } from './rights';
import { canRemoveMethod } from './rules';
import type { RecordMethod, RemoveMethod, SaveMethod } from './schema';
import * as store from './store';

export type Saving = {
  customerId: string;
  stripeCustomerId: string | null;
  personId: string;
  name: string;
  email: string;
  next: string;
};

/** Whether this person may save a card for the customer, and what Stripe needs to open its page. */
export async function saveMethod(tx: Tx, actor: Actor, input: SaveMethod): Promise<Saving> {
  authorise(actor, METHOD_COMMANDS.saveMethod, { customerId: input.customerId });
  const customer = await store.customerById(tx, input.customerId);
  const { personId, email } = personOf(actor);
  return {
    customerId: customer.id,
    stripeCustomerId: customer.stripeCustomerId,
    personId,
    name: customer.name,
    email,
    next: input.next,
  };
}

/** Keeps Stripe's id for a customer. The first one kept stays: answers with it. */
export async function keepStripeCustomer(
  tx: Tx,
  actor: Actor,
  input: { customerId: string; stripeCustomerId: string },
): Promise<string> {
  authorise(actor, METHOD_COMMANDS.saveMethod, { customerId: input.customerId });
  const { customerId, stripeCustomerId } = input;
  await store.updateStripeCustomer(tx, { customerId, stripeCustomerId });
  return found((await store.customerById(tx, customerId)).stripeCustomerId, 'customer');
}

/** Takes a card away: from this commit on nothing is charged to it. Stripe is told by a job. */
export async function removeMethod(
  tx: Tx,
  actor: Actor,
  input: RemoveMethod,
): Promise<{ customerId: string }> {
  const { customerId } = await store.methodById(tx, input.methodId);
  authorise(actor, METHOD_COMMANDS.removeMethod, { customerId });
  const method = await store.lockedMethod(tx, input.methodId);
  // Pressed twice, it is gone once.
  if (method.removedAt) return { customerId };
  insist(canRemoveMethod(await store.restsOnMethod(tx, method)));
  const at = await tx.now();
  await store.updateRemoved(tx, method.id, at);
  await enqueue(tx, detachMethodJob, { stripeMethodId: method.stripeMethodId }, { key: method.id });
  await audit(tx, actor, at, {
    action: 'payments.removeMethod',
    object: 'payment_method',
    id: method.id,
    customerId,
    detail: { brand: method.brand, last4: method.last4 },
  });
  return { customerId };
}

/** Records a card that Stripe has saved. The page that comes back and the webhook both do it: the second finds it there. */
export async function recordMethod(tx: Tx, actor: Actor, input: RecordMethod): Promise<{ next: string }> {
  const { stripeCustomerId, method, next } = input;
  const customer = await store.customerByStripe(tx, stripeCustomerId);
  authorise(actor, METHOD_COMMANDS.recordMethod, { customerId: customer.id });
  const at = await tx.now();
  const { id: stripeMethodId, ...card } = method;
  const savedBy = actor.kind === 'person' ? actor.personId : null;
  const row = { ...card, customerId: customer.id, stripeMethodId, savedBy, createdAt: at };
  if (!(await store.insertMethod(tx, row))) return { next };
  await audit(tx, actor, at, {
    action: 'payments.recordMethod',
    object: 'payment_method',
    id: null,
    customerId: customer.id,
    detail: { brand: method.brand, last4: method.last4 },
  });
  return { next };
}
