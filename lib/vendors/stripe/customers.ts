import { type StripeConfig, stripeClient } from './client';
import { asked, type StripeResult } from './result';

/**
 * Stripe's customer for one of ours, made at most once per key within a day; whoever calls keeps the id, so
 * that it is not called again later.
 */
export function ensureCustomer(
  config: StripeConfig,
  customer: { customerId: string; name: string; email: string; idempotencyKey: string },
): Promise<StripeResult<{ id: string }>> {
  return asked(async () => {
    const { id } = await stripeClient(config).customers.create(
      { name: customer.name, email: customer.email, metadata: { customerId: customer.customerId } },
      { idempotencyKey: customer.idempotencyKey },
    );
    return { id };
  });
}
