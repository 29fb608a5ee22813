import type Stripe from 'stripe';
import { type StripeConfig, stripeClient } from './client';
import { asked, type StripeResult } from './result';

export type SavedMethod = { id: string; brand: string; last4: string; expMonth: number; expYear: number };

/** Removes a saved card. Stripe never lets it be used again. */
export function detachMethod(config: StripeConfig, methodId: string): Promise<StripeResult<{ id: string }>> {
  return asked(async () => {
    const { id } = await stripeClient(config).paymentMethods.detach(methodId);
    return { id };
  });
}

/** Null for a method that is not a card: the set-up asks for cards only. */
export function savedMethod(method: Stripe.PaymentMethod): SavedMethod | null {
  const { card } = method;
  if (!card) return null;
  return {
    id: method.id,
    brand: card.display_brand ?? card.brand,
    last4: card.last4,
    expMonth: card.exp_month,
    expYear: card.exp_year,
  };
}
