import { can } from '@/lib/core/lifecycle';
import { HOUR, later, MINUTE } from '@/lib/core/time';
import { PAYMENT, type PaymentState } from './lifecycle';
/** What Stripe says of a payment, as far as its state goes. `canceled` is ours alone: we cancel what failed, so that it can never be taken. */
export type VendorState = 'ready' | 'succeeded' | 'processing' | 'action_required' | 'failed' | 'canceled';

const TOLD = {
  succeeded: 'succeed',
  processing: 'process',
  action_required: 'ask',
  failed: 'fail',
  canceled: 'fail',
} as const;

/**
 * What Stripe's word means for a payment: the event that moves it on, or null where it says nothing new or is older than
 * what is known. Webhooks come twice, late and out of order, so a state only ever moves forward.
 */
export function eventOf(
  status: PaymentState,
  told: VendorState,
): 'succeed' | 'process' | 'ask' | 'fail' | null {
  if (told === 'ready') return null;
  const event = TOLD[told];
  return can(PAYMENT, status, event) ? event : null;
}

/** When to ask Stripe again, from now: often at first, since somebody waits; hourly once it is a day old. */
export function nextCheck(createdAt: Date, at: Date): Date {
  const minutes = (at.getTime() - createdAt.getTime()) / MINUTE;
  const wait = minutes < 60 ? 2 : minutes < 24 * 60 ? 10 : 60;
  return later(at, wait * MINUTE);
}

/** Stripe forgets a key a day after its first use: from then on, look for what was made before making anything. */
export function keyMayBeForgotten(createdAt: Date, at: Date): boolean {
  return at.getTime() - createdAt.getTime() > 23 * HOUR;
}
