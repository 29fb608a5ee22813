import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';
import type { Need } from '@/lib/core/rights';

/** An invitation asks once; whoever wants to ask again makes another. Kinds differ in who takes one back, and how waiting is called. */
const invitation = <const Name extends string>(name: Name, of: { withdrawnBy: Need[]; waiting: string }) =>
  lifecycle({
    name,
    initial: 'sent',
    states: {
      sent: {
        accept: { to: 'accepted', by: ['person'] },
        decline: { to: 'declined', by: ['person'] },
        withdraw: { to: 'withdrawn', by: of.withdrawnBy },
        expire: { to: 'expired', by: ['clock'], after: 'expiresAt' },
      },
      accepted: {},
      declined: {},
      withdrawn: {},
      expired: {},
    },
    words: {
      sent: { word: of.waiting, lamp: 'wait' },
      accepted: { word: 'Accepted', lamp: 'go' },
      declined: { word: 'Declined', lamp: 'ended' },
      withdrawn: { word: 'Withdrawn', lamp: 'ended' },
      expired: { word: 'Expired', lamp: 'ended' },
    },
  });

/** To become a member of a customer or of a company. */
export const MEMBER_INVITATION = invitation('member_invitation', {
  withdrawnBy: ['customer:owner', 'company:owner'],
  waiting: 'Invited',
});

/** An expert's to a client of their own. */
export const CLIENT_INVITATION = invitation('client_invitation', {
  withdrawnBy: ['company:member'],
  waiting: 'Waiting',
});

export type InvitationLifecycle = typeof MEMBER_INVITATION | typeof CLIENT_INVITATION;
export type InvitationStatus = StateOf<InvitationLifecycle>;

/** It waits for an answer. */
export const isOpenInvitation = among<InvitationStatus>(['sent']);
export const isAccepted = among<InvitationStatus>(['accepted']);
