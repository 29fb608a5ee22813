import { among, lifecycle, type StateOf, type StepOf } from '@/lib/core/lifecycle';

/** Whoever ends a job, a membership or the time itself ends the access with it. */
const ENDING = {
  by: ['customer:grant', 'clock', 'vendor'],
  // Who completes or ends the job; an expert who leaves, or takes another name; an admin who suspends or takes back.
  through: ['customer:buy', 'company:member', 'admin'],
} as const;

/** What we could not end, the customer can: in their own account, by what the page says. */
const BY_HAND = {
  of: 'customer',
  says: 'help needed to end access',
  label: 'See what to do',
  weight: 90,
} as const;

/** Nothing is called denied or ended before AWS was asked and the answer was the proof. */
export const GRANT = lifecycle({
  name: 'grant',
  initial: 'provisioning',
  states: {
    provisioning: {
      provision: { to: 'active', by: ['vendor'] },
      fail: { to: 'failed', by: ['vendor'] },
      revoke: { to: 'revoking', ...ENDING, after: 'endsAt' },
    },
    failed: {},
    active: { revoke: { to: 'revoking', ...ENDING, after: 'endsAt' } },
    revoking: {
      prove: { to: 'denied', by: ['vendor'] },
      // Attached and listed, but no call of the level's could show it.
      deny: { to: 'denied', by: ['vendor'] },
      // The role was not there, or is no more: there is nothing to deny.
      vanish: { to: 'revoked', by: ['vendor'] },
      lose: { to: 'connection_lost', by: ['vendor'] },
    },
    denied: {
      delete: { to: 'revoked', by: ['vendor'], after: 'heldUntil' },
      stick: { to: 'denied_not_deleted', by: ['vendor'] },
      // Somebody took AWSDenyAll away: it is attached again, and proven again.
      reopen: { to: 'revoking', by: ['vendor'] },
      lose: { to: 'connection_lost', by: ['vendor'] },
    },
    revoked: {},
    denied_not_deleted: {
      delete: { to: 'revoked', by: ['vendor'] },
      reopen: { to: 'revoking', by: ['vendor'] },
      lose: { to: 'connection_lost', by: ['vendor'] },
    },
    connection_lost: {
      prove: { to: 'denied', by: ['vendor'] },
      deny: { to: 'denied', by: ['vendor'] },
      vanish: { to: 'revoked', by: ['vendor'] },
    },
  },
  words: {
    provisioning: {
      word: 'Preparing',
      lamp: 'wait',
      turn: { of: null, says: 'creating the role in AWS', weight: 20 },
    },
    failed: { word: 'Failed', lamp: 'stop' },
    active: { word: 'Active', lamp: 'go' },
    revoking: {
      word: 'Ending',
      lamp: 'wait',
      turn: { of: null, says: 'access is ending', weight: 20 },
    },
    denied: { word: 'Denied', lamp: 'wait' },
    revoked: { word: 'Ended · proven', lamp: 'ended' },
    denied_not_deleted: { word: 'Denied, not deleted', lamp: 'stop', turn: BY_HAND },
    connection_lost: { word: 'Connection lost', lamp: 'stop', turn: BY_HAND },
  },
});

export type GrantState = StateOf<typeof GRANT>;
export type GrantEvent = StepOf<typeof GRANT>;

/** From acceptance until the end begins: what revoking still has to end. */
export const OPEN_STATES = ['provisioning', 'active'] as const satisfies readonly GrantState[];
export const isOpen = among(OPEN_STATES);
/** The role may still be there. */
export const LIVE_STATES = [
  ...OPEN_STATES,
  'revoking',
  'denied',
  'denied_not_deleted',
  'connection_lost',
] as const satisfies readonly GrantState[];
export const isLive = among(LIVE_STATES);
/** AWS refuses whoever is in, and the role is still there. */
export const DENIED_STATES = ['denied', 'denied_not_deleted'] as const satisfies readonly GrantState[];
export const isDenied = among(DENIED_STATES);
/** The role is being made. */
export const isProvisioning = among<GrantState>(['provisioning']);
/** Sessions can be opened. */
export const isActive = among<GrantState>(['active']);
/** Whether AWS refuses everybody is not known yet. */
export const isEnding = among<GrantState>(['revoking', 'connection_lost']);
/** The role is gone, and AWS has said so. */
export const OVER = 'revoked' satisfies GrantState;
/** Nobody was ever let in. */
export const isFailed = among<GrantState>(['failed']);
/** We cannot get into the account to end it. */
export const isOutOfReach = among<GrantState>(['connection_lost']);
/** What we could not do, the customer has to. */
export const isLeftToCustomer = among<GrantState>(['denied_not_deleted', 'connection_lost']);
/** The role cannot be deleted by us. */
export const isStuck = among<GrantState>(['denied_not_deleted']);

/** The word for a state. Denied is called proven where a call that was allowed before was seen refused. */
export function wordOf(status: GrantState, proven: boolean): string {
  const { word } = GRANT.words[status];
  return status === 'denied' && proven ? `${word} · proven` : word;
}
