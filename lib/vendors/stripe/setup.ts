import { type StripeConfig, stripeClient } from './client';
import { type SavedMethod, savedMethod } from './methods';
import { asked, type StripeResult } from './result';

export type SetupOutcome = {
  state: 'open' | 'complete' | 'expired';
  customerId: string | null;
  /** The saved card, once complete. */
  method: SavedMethod | null;
};

/**
 * Opens Stripe's own page where the customer saves a card for later payments. `successUrl` may hold
 * `{CHECKOUT_SESSION_ID}`, which Stripe fills in.
 */
export function createSetupSession(
  config: StripeConfig,
  setup: {
    customerId: string;
    currency: string;
    successUrl: string;
    cancelUrl: string;
    idempotencyKey: string;
  },
): Promise<StripeResult<{ id: string; url: string }>> {
  return asked(async () => {
    const session = await stripeClient(config).checkout.sessions.create(
      {
        mode: 'setup',
        currency: setup.currency.toLowerCase(),
        customer: setup.customerId,
        allowed_payment_method_types: ['card'],
        success_url: setup.successUrl,
        cancel_url: setup.cancelUrl,
      },
      { idempotencyKey: setup.idempotencyKey },
    );
    if (!session.url) throw new Error(`Stripe gave no page for ${session.id}`);
    return { id: session.id, url: session.url };
  });
}

/** What became of a set-up page. The caller compares `customerId` with its own before it trusts the card. */
export function retrieveSetupSession(
  config: StripeConfig,
  sessionId: string,
): Promise<StripeResult<SetupOutcome>> {
  return asked(async () => {
    const session = await stripeClient(config).checkout.sessions.retrieve(sessionId, {
      expand: ['setup_intent.payment_method'],
    });
    const intent = typeof session.setup_intent === 'object' ? session.setup_intent : null;
    const method = typeof intent?.payment_method === 'object' ? intent.payment_method : null;
    const complete = session.status === 'complete' && intent?.status === 'succeeded';
    return {
      state: complete ? 'complete' : session.status === 'expired' ? 'expired' : 'open',
      customerId: typeof session.customer === 'string' ? session.customer : (session.customer?.id ?? null),
      method: complete && method ? savedMethod(method) : null,
    };
  });
}
