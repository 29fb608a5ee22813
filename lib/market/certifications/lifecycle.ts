import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

/** A claim is worth nothing until an admin has looked the number up at aws.amazon.com/verification. */
export const CERTIFICATION = lifecycle({
  name: 'certification',
  initial: 'claimed',
  states: {
    claimed: {
      verify: { to: 'verified', by: ['admin'] },
      reject: { to: 'rejected', by: ['admin'] },
    },
    verified: {
      expire: { to: 'expired', by: ['clock'], after: 'expiresOn' },
      undo: { to: 'claimed', by: ['admin'] },
      revoke: { to: 'revoked', by: ['admin'] },
      // Its person has another name now: what was compared is not so any more.
      requeue: { to: 'claimed', by: [], through: ['person'] },
    },
    rejected: { undo: { to: 'claimed', by: ['admin'] } },
    expired: {},
    revoked: {},
  },
  words: {
    claimed: { word: 'Awaiting verification', lamp: 'wait' },
    verified: { word: 'Verified', lamp: 'go' },
    rejected: { word: 'Not verified', lamp: 'stop' },
    expired: { word: 'Expired', lamp: 'ended' },
    revoked: { word: 'Revoked', lamp: 'stop' },
  },
});

export type CertificationStatus = StateOf<typeof CERTIFICATION>;

/** Waits for an admin. */
export const isClaimed = among<CertificationStatus>(['claimed']);
/** An admin has looked it up, and it was not taken back since. Whether it counts today is a rule's matter. */
export const isVerified = among<CertificationStatus>(['verified']);
