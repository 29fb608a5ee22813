import { among, lifecycle, type StateOf, type StepOf } from '@/lib/core/lifecycle';

export const PERMISSION_REQUEST = lifecycle({
  name: 'permission_request',
  initial: 'requested',
  states: {
    requested: {
      accept: { to: 'accepted', by: ['customer:grant'] },
      decline: { to: 'declined', by: ['customer:grant'] },
      withdraw: { to: 'withdrawn', by: ['company:access'] },
      // The proposal is over: its final payment was approved, or either side has closed it. Or the expert's certification is.
      drop: { to: 'withdrawn', by: [], through: ['customer:buy', 'company:member', 'admin', 'clock'] },
    },
    accepted: {},
    declined: {},
    withdrawn: {},
  },
  words: {
    requested: {
      word: 'Requested',
      lamp: 'turn',
      turn: {
        of: 'customer',
        says: 'access request to review',
        label: 'Review access request',
        weight: 70,
      },
    },
    accepted: { word: 'Accepted', lamp: 'go' },
    declined: { word: 'Declined', lamp: 'ended' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
  },
});

export type PermissionRequestState = StateOf<typeof PERMISSION_REQUEST>;
export type PermissionRequestEvent = StepOf<typeof PERMISSION_REQUEST>;

/** Nobody has decided yet. */
export const ASKED = ['requested'] as const satisfies readonly PermissionRequestState[];
export const isAsked = among(ASKED);
export const isDeclined = among<PermissionRequestState>(['declined']);
