import { env } from '@/lib/platform/env';
import type { StripeConfig } from './client';

/** Stripe as this installation reaches it: the real service, or in the demo the sandbox. */
export function stripeConfig(): StripeConfig {
  return {
    secretKey: env.STRIPE_SECRET_KEY,
    ...(env.STRIPE_ENDPOINT ? { endpoint: env.STRIPE_ENDPOINT } : {}),
  };
}
