import { type StripeConfig, stripeClient } from './client';
import { stripeAmount } from './payments';
import { asked, type StripeResult } from './result';

export type RefundOutcome = {
  stripeRefundId: string;
  state: 'succeeded' | 'pending' | 'failed' | 'canceled';
  minor: bigint;
};

/** Gives money back; once per `refundId` within a day, and never more than is left of the charge. */
export function createRefund(
  config: StripeConfig,
  refund: { refundId: string; chargeId: string; minor: bigint },
): Promise<StripeResult<RefundOutcome>> {
  const amount = stripeAmount(refund.minor);
  return asked(async () => {
    const made = await stripeClient(config).refunds.create(
      { charge: refund.chargeId, amount, metadata: { refundId: refund.refundId } },
      { idempotencyKey: `re:${refund.refundId}` },
    );
    return { stripeRefundId: made.id, state: stateOf(made.status), minor: BigInt(made.amount) };
  });
}

/** A refund that waits for anything, or whose state is new to us, is not yet known to be made. */
function stateOf(status: string | null): RefundOutcome['state'] {
  if (status === 'succeeded' || status === 'failed' || status === 'canceled') return status;
  return 'pending';
}
