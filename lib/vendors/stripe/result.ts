import Stripe from 'stripe';

/**
 * Why a call has no answer to give.
 * - unreachable: nobody answered, so it may have happened: call again with the same key.
 * - broken: Stripe answered with an error of its own and repeats it under the same key: look at the object, then
 *   use a new key.
 * - busy: the same key is in flight, or there were too many calls: call again later with the same key.
 * - missing: there is no such object.
 * - declined: the card was refused.
 * - rejected: the call makes no sense in this state; calling again will not help.
 * - unauthorised: the key is wrong or lacks a permission.
 */
export type StripeProblem = {
  ok: false;
  problem: 'unreachable' | 'broken' | 'busy' | 'missing' | 'declined' | 'rejected' | 'unauthorised';
  /** Stripe's own code, such as `card_declined` or `payment_intent_unexpected_state`. */
  code: string | null;
  message: string;
};

export type StripeResult<T> = { ok: true; value: T } | StripeProblem;

/** Calling again will not help: the card was removed, or Stripe does not know the customer. */
export function isForGood({ problem }: StripeProblem): boolean {
  return problem === 'rejected' || problem === 'missing' || problem === 'declined';
}

/** Runs a call to Stripe; what the outside world can do wrong comes back as a value. */
export async function asked<T>(call: () => Promise<T>): Promise<StripeResult<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (thrown) {
    if (!(thrown instanceof Stripe.errors.StripeError)) throw thrown;
    return { ok: false, problem: problemOf(thrown), code: thrown.code ?? null, message: thrown.message };
  }
}

function problemOf(error: Stripe.errors.StripeError): StripeProblem['problem'] {
  if (error instanceof Stripe.errors.StripeConnectionError) return 'unreachable';
  if (error instanceof Stripe.errors.StripeRateLimitError) return 'busy';
  if (error instanceof Stripe.errors.StripeCardError) return 'declined';
  if (error instanceof Stripe.errors.StripeAuthenticationError) return 'unauthorised';
  if (error instanceof Stripe.errors.StripePermissionError) return 'unauthorised';
  if (error.statusCode === 409) return 'busy';
  if (error.statusCode === 404 || error.code === 'resource_missing') return 'missing';
  if (error.statusCode !== undefined && error.statusCode >= 500) return 'broken';
  return 'rejected';
}
