import { type StripeConfig, stripeClient } from './client';
import { stripeAmount } from './payments';
import { asked, type StripeResult } from './result';

export type RefundOutcome = {
  stripeRefundId: string;
  state: 'succeeded' | 'pending' | 'failed' | 'canceled';
  minor: bigint;
};

/**
 * Gives money back; once per `refundId` and `attempt` within a day, and never more than is left of the charge.
 * `attempt` above 1 is for when Stripe stored an error of its own under the first key.
 */
export function createRefund(
  config: StripeConfig,
  refund: { refundId: string; chargeId: string; minor: bigint; attempt?: number },
): Promise<StripeResult<RefundOutcome>> {
  const { attempt = 1 } = refund;
  const amount = stripeAmount(refund.minor);
  return asked(async () => {
    const made = await stripeClient(config).refunds.create(
      { charge: refund.chargeId, amount, metadata: { refundId: refund.refundId } },
      { idempotencyKey: attempt === 1 ? `re:${refund.refundId}` : `re:${refund.refundId}:${attempt}` },
    );
    return { stripeRefundId: made.id, state: stateOf(made.status), minor: BigInt(made.amount) };
  });
}

/** A refund that waits for anything, or whose state is new to us, is not yet known to be made. */
function stateOf(status: string | null): RefundOutcome['state'] {
  if (status === 'succeeded' || status === 'failed' || status === 'canceled') return status;
  return 'pending';
}
