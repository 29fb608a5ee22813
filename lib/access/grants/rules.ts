import { showId } from '@/lib/core/id';
import { type Lifecycle, lifecycle } from '@/lib/core/lifecycle';
import { type No, no } from '@/lib/core/refusal';
import { PARTITION, partitionOf } from '@/lib/policies/arn';
import { CUT_OFF } from './way-out';

export type PermissionRequestState = 'requested' | 'accepted' | 'declined' | 'withdrawn';
export type PermissionRequestEvent = 'accept' | 'decline' | 'withdraw' | 'drop';

export const PERMISSION_REQUEST: Lifecycle<PermissionRequestState, PermissionRequestEvent> = lifecycle({
  name: 'permission_request',
  initial: 'requested',
  states: {
    requested: {
      accept: { to: 'accepted', by: ['customer:grant'] },
      decline: { to: 'declined', by: ['customer:grant'] },
      withdraw: { to: 'withdrawn', by: ['company:access'] },
      // The proposal is over: its final payment was approved, or either side has closed it. Or the expert's certification is.
      drop: { to: 'withdrawn', by: ['customer:buy', 'company:sell', 'admin', 'clock'] },
    },
    accepted: {},
    declined: {},
    withdrawn: {},
  },
  words: {
    requested: { word: 'Requested', lamp: 'turn' },
    accepted: { word: 'Accepted', lamp: 'go' },
    declined: { word: 'Declined', lamp: 'ended' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
  },
});

export type GrantState =
  | 'provisioning'
  | 'failed'
  | 'active'
  | 'revoking'
  | 'denied'
  | 'revoked'
  | 'denied_not_deleted'
  | 'connection_lost';
export type GrantEvent =
  | 'provision'
  | 'fail'
  | 'revoke'
  | 'prove'
  | 'deny'
  | 'reopen'
  | 'vanish'
  | 'delete'
  | 'stick'
  | 'lose';

/** Whoever ends a job, a membership or the time itself ends the access with it. */
const ENDERS = ['customer:grant', 'customer:buy', 'company:sell', 'admin', 'clock', 'vendor'] as const;

/** Nothing is called denied or ended before AWS was asked and the answer was the proof. */
export const GRANT: Lifecycle<GrantState, GrantEvent> = lifecycle({
  name: 'grant',
  initial: 'provisioning',
  states: {
    provisioning: {
      provision: { to: 'active', by: ['vendor'] },
      fail: { to: 'failed', by: ['vendor'] },
      revoke: { to: 'revoking', by: ENDERS, after: 'endsAt' },
    },
    failed: {},
    active: { revoke: { to: 'revoking', by: ENDERS, after: 'endsAt' } },
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
    provisioning: { word: 'Preparing', lamp: 'wait' },
    failed: { word: 'Failed', lamp: 'stop' },
    active: { word: 'Active', lamp: 'go' },
    revoking: { word: 'Ending', lamp: 'wait' },
    denied: { word: 'Denied', lamp: 'wait' },
    revoked: { word: 'Ended · proven', lamp: 'ended' },
    denied_not_deleted: { word: 'Denied, not deleted', lamp: 'stop' },
    connection_lost: { word: 'Connection lost', lamp: 'stop' },
  },
});

/** The word for a state. Denied is called proven where a call that was allowed before was seen refused. */
export function wordOf(status: GrantState, proven: boolean): string {
  const { word } = GRANT.words[status];
  return status === 'denied' && proven ? `${word} · proven` : word;
}

/** From acceptance until the end begins: what revoking still has to end. */
export const OPEN_STATES = ['provisioning', 'active'] as const satisfies readonly GrantState[];
export const isOpen = (status: string): boolean => (OPEN_STATES as readonly string[]).includes(status);
/** The role may still be there. */
export const LIVE_STATES = [
  'provisioning',
  'active',
  'revoking',
  'denied',
  'denied_not_deleted',
  'connection_lost',
] as const satisfies readonly GrantState[];

/** The name under which CloudTrail shows what was done: of one grant and one expert, 57 characters of 64. Ids in their short form. */
export function sessionNameOf(grantId: string, expertId: string): string {
  return `g-${showId(grantId)}-e-${showId(expertId)}`;
}

/** Where somebody's tools work with handed credentials: the first Region that the request named, of those we can enter. */
export function regionFor(asked: readonly string[]): string {
  return asked.find((region) => partitionOf(region) === PARTITION) ?? 'us-east-1';
}

const DAY = 86_400_000;
/** STS gives an hour at most to a role that assumes a role (A5). */
export const SESSION_MS = 3_600_000;
/** A call to AWS that was begun may be answered this much later: what the worst case adds to the hour. */
export const CALL_MS = 60_000;

export function endOf(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY);
}

/**
 * From when on AWS itself refuses new sessions of the role, whatever we do. An hour after the end: as long as a session
 * may be alive, the broker must be able to open one of its own to prove that it is refused.
 */
export function trustEndOf(endsAt: Date): Date {
  return new Date(endsAt.getTime() + SESSION_MS);
}

/** The last instant at which a session can be alive; every row counts but those that AWS refused. */
export function heldUntilOf(sessions: readonly { status: string; expiresAt: Date }[], at: Date): Date {
  const ends = sessions.filter((session) => session.status !== 'failed').map((session) => +session.expiresAt);
  return new Date(Math.max(at.getTime(), ...ends));
}

type Standing = { proposal: { status: string }; certified: No | null; openAlready: boolean };

export function canRequest({ proposal, certified, openAlready }: Standing): No | null {
  if (proposal.status !== 'accepted')
    return no('conflict', 'Access can be asked for while a proposal is accepted.');
  if (certified) return certified;
  if (openAlready)
    return no(
      'conflict',
      'There is an open permission request already. Withdraw it to ask for something else.',
    );
  return null;
}

type Acceptance = {
  request: { status: string };
  /** Why the expert may not be let in, by the same rule as when they asked: a certification can lapse in between. */
  certified: No | null;
  proposal: { status: string; customerId: string };
  connection: { status: string; customerId: string };
  companySuspended: boolean;
  /** An earlier grant to the same expert in the same account whose role may still be there. */
  earlier: boolean;
};

export function canAccept({
  request,
  proposal,
  connection,
  certified,
  companySuspended,
  earlier,
}: Acceptance): No | null {
  if (request.status !== 'requested')
    return no('conflict', 'This has been decided already. Look at it again.');
  if (proposal.status !== 'accepted')
    return no('conflict', 'The proposal is over, so nobody can be let in for it any more.');
  if (companySuspended)
    return no('conflict', 'This company is suspended: nobody of it can be let into an account.');
  if (certified)
    return no(
      'conflict',
      "This expert's AWS Certification is no longer valid, so they can't be given access.",
    );
  if (connection.customerId !== proposal.customerId) return no('not_found', 'There is no such connection.');
  if (connection.status !== 'connected') {
    const message = 'This AWS account is not connected. Verify it first.';
    return no('conflict', message, { connectionId: message });
  }
  if (earlier)
    return no(
      'conflict',
      'This expert already has access to this AWS account. Revoke it first, and wait until it has ended.',
    );
  return null;
}

type Asking = {
  grant: { status: string; endsAt: Date; connection: { status: string } };
  proposal: { status: string };
  /** The person is the grant's expert, still a member of the company with the right `access`, and nobody is suspended. */
  entitled: boolean;
  /** Why the expert may not be let in any more: their certification has lapsed or was taken back. */
  certified: No | null;
};

/** Asked by the web before it calls the broker, and by the broker again under the grant's lock. */
export function canOpenSession({ grant, proposal, entitled, certified }: Asking, at: Date): No | null {
  if (!entitled) return no('forbidden', 'Only the expert whom the customer let in can open a session.');
  if (certified) return certified;
  if (grant.status === 'provisioning')
    return no('conflict', 'The access is being prepared. Try again in a moment.');
  if (grant.status !== 'active' || at >= grant.endsAt) return no('conflict', 'This access has ended.');
  if (proposal.status !== 'accepted') return no('conflict', 'The proposal is over, and the access with it.');
  // What we cannot reach we could neither end nor watch.
  return grant.connection.status === 'connected' ? null : CUT_OFF;
}

export const CAUSE_WORDS = {
  final_payment: 'The final payment was approved',
  proposal_ended: 'The proposal ended',
  person: 'The customer revoked the access',
  suspension: 'An account was suspended',
  connection: 'The role could not be made',
  changed: 'The role was changed in AWS',
  end_time: 'The agreed time ran out',
  left: 'The expert left the company',
  certification: "The expert's certification is no longer valid",
} as const;
