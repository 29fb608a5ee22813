import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

const UNDER_WAY = { of: null, says: 'charging {amount}', weight: 20 };

/** The money itself, as Stripe tells it. A failed one stays failed: another try is another payment. */
export const PAYMENT = lifecycle({
  name: 'payment',
  initial: 'pending',
  states: {
    pending: {
      process: { to: 'processing', by: ['vendor'] },
      ask: { to: 'action_required', by: ['vendor'] },
      fail: { to: 'failed', by: ['vendor'] },
      succeed: { to: 'succeeded', by: ['vendor'] },
    },
    processing: {
      fail: { to: 'failed', by: ['vendor'] },
      succeed: { to: 'succeeded', by: ['vendor'] },
    },
    action_required: {
      process: { to: 'processing', by: ['vendor'] },
      fail: { to: 'failed', by: ['vendor'] },
      succeed: { to: 'succeeded', by: ['vendor'] },
    },
    failed: {},
    succeeded: {},
  },
  words: {
    pending: { word: 'Payment processing', lamp: 'wait', turn: UNDER_WAY },
    processing: { word: 'Payment processing', lamp: 'wait', turn: UNDER_WAY },
    action_required: {
      word: 'Bank confirmation needed',
      lamp: 'stop',
      turn: {
        of: 'customer',
        says: 'payment of {amount} to confirm with the bank',
        label: 'Confirm with your bank',
        weight: 90,
      },
    },
    failed: {
      word: 'Payment failed',
      lamp: 'stop',
      turn: {
        of: 'customer',
        says: 'failed payment of {amount} to retry',
        label: 'Try again',
        weight: 85,
      },
    },
    succeeded: { word: 'Paid', lamp: 'go' },
  },
});

export type PaymentState = StateOf<typeof PAYMENT>;

/** Stripe has not said yet what becomes of it. */
export const UNSETTLED = [
  'pending',
  'processing',
  'action_required',
] as const satisfies readonly PaymentState[];
/** The money has arrived. */
export const PAID = ['succeeded'] as const satisfies readonly PaymentState[];
export const isPaid = among(PAID);
/** It will never arrive by this payment. */
export const isFailed = among<PaymentState>(['failed']);
