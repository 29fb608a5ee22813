import type Stripe from 'stripe';

export type PaymentOutcome = {
  intentId: string;
  /** Our own id, from the intent's metadata. */
  paymentId: string | null;
  /**
   * ready: prepared, not yet taken. action_required: the customer must approve it at the bank, at `actionUrl`
   * where the bank's page is open already. failed: refused; another attempt may succeed.
   */
  state: 'ready' | 'succeeded' | 'processing' | 'action_required' | 'failed' | 'canceled';
  minor: bigint;
  currency: string;
  failureCode?: string;
  failureMessage?: string;
  chargeId?: string;
  actionUrl?: string;
};

/** What an intent means for the payment it stands for. */
export function paymentOutcome(intent: Stripe.PaymentIntent): PaymentOutcome {
  const state = stateOf(intent);
  const error = intent.last_payment_error;
  const failed = (state === 'failed' || state === 'action_required') && error !== null;
  const charge = typeof intent.latest_charge === 'string' ? intent.latest_charge : intent.latest_charge?.id;
  const actionUrl = intent.next_action?.redirect_to_url?.url;
  return {
    intentId: intent.id,
    paymentId: intent.metadata.paymentId ?? null,
    state,
    minor: BigInt(intent.amount),
    currency: intent.currency.toUpperCase(),
    ...(failed ? { failureCode: error.decline_code ?? error.code } : {}),
    ...(failed && error.message ? { failureMessage: error.message } : {}),
    ...(state === 'succeeded' && charge ? { chargeId: charge } : {}),
    ...(actionUrl ? { actionUrl } : {}),
  };
}

function stateOf(intent: Stripe.PaymentIntent): PaymentOutcome['state'] {
  switch (intent.status) {
    case 'succeeded':
      return 'succeeded';
    case 'processing':
      return 'processing';
    case 'canceled':
      return 'canceled';
    case 'requires_action':
      return 'action_required';
    case 'requires_payment_method':
      if (intent.last_payment_error === null) return 'ready';
      // The bank wanted its customer asked and nobody was there: not a refusal for good.
      return intent.last_payment_error.code === 'authentication_required' ? 'action_required' : 'failed';
    case 'requires_confirmation':
      return 'ready';
    default:
      // requires_capture cannot happen with automatic capture; a state Stripe adds later must not pass as one of ours.
      throw new Error(`Stripe's payment ${intent.id} is in an unknown state: ${intent.status}`);
  }
}
