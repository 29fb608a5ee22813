import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

/** The guide: 10 days to accept or decline, then approved by itself. A declined one may be sent again: as a new one. */
export const PAYMENT_REQUEST = lifecycle({
  name: 'payment_request',
  initial: 'awaiting',
  states: {
    awaiting: {
      approve: { to: 'approved', by: ['customer:buy'] },
      autoApprove: { to: 'approved', by: ['clock'], after: 'autoApproveAt' },
      decline: { to: 'declined', by: ['customer:buy'] },
      withdraw: { to: 'withdrawn', by: ['company:bill'] },
    },
    approved: {},
    declined: {},
    withdrawn: {},
  },
  words: {
    awaiting: {
      word: 'Awaiting approval',
      lamp: 'wait',
      turn: { of: 'customer', says: 'payment of {amount} to approve', label: 'Approve {amount}', weight: 80 },
    },
    approved: { word: 'Approved', lamp: 'go' },
    declined: { word: 'Declined', lamp: 'ended' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
  },
});

export type PaymentRequestState = StateOf<typeof PAYMENT_REQUEST>;

/** The customer has not answered. */
export const AWAITING = ['awaiting'] as const satisfies readonly PaymentRequestState[];
export const isAwaiting = among(AWAITING);
/** The customer said yes, or the clock did: the money is owed. */
export const isApproved = among<PaymentRequestState>(['approved']);
/** What takes from the proposal's maximum. */
export const COUNTED = ['awaiting', 'approved'] as const satisfies readonly PaymentRequestState[];
export const isCounted = among(COUNTED);
