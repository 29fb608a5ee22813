import { isConnected } from '@/lib/access/connections/lifecycle';
import { showId } from '@/lib/core/id';
import { type No, no } from '@/lib/core/refusal';
import { DAY, HOUR, later, MINUTE } from '@/lib/core/time';
import { isInForce } from '@/lib/job/proposals/lifecycle';
import { PARTITION, partitionOf } from '@/lib/policies/arn';
import { isActive, isProvisioning } from './lifecycle';
import { CUT_OFF } from './way-out';

/** The name under which CloudTrail shows what was done: of one grant and one expert, 57 characters of 64. Ids in their short form. */
export function sessionNameOf(grantId: string, expertId: string): string {
  return `g-${showId(grantId)}-e-${showId(expertId)}`;
}

/** Where somebody's tools work with handed credentials: the first Region that the request named, of those we can enter. */
export function regionFor(asked: readonly string[]): string {
  return asked.find((region) => partitionOf(region) === PARTITION) ?? 'us-east-1';
}

/** STS gives an hour at most to a role that assumes a role (A5). */
export const SESSION_MS = HOUR;
/** A call to AWS that was begun may be answered this much later: what the worst case adds to the hour. */
export const CALL_MS = MINUTE;

export function endOf(at: Date, days: number): Date {
  return later(at, days * DAY);
}

/**
 * From when on AWS itself refuses new sessions of the role, whatever we do. An hour after the end: as long as a session
 * may be alive, the broker must be able to open one of its own to prove that it is refused.
 */
export function trustEndOf(endsAt: Date): Date {
  return later(endsAt, SESSION_MS);
}

/** The last instant at which a session can be alive; every row counts but those that AWS refused. */
export function heldUntilOf(sessions: readonly { status: string; expiresAt: Date }[], at: Date): Date {
  const ends = sessions.filter((session) => session.status !== 'failed').map((session) => +session.expiresAt);
  return new Date(Math.max(at.getTime(), ...ends));
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
  if (!entitled) return no('forbidden', 'Only the expert who has this access can open a session.');
  if (certified) return certified;
  if (isProvisioning(grant.status))
    return no('conflict', "This access isn't ready yet. Try again in a moment.");
  if (!isActive(grant.status) || at >= grant.endsAt) return no('conflict', 'This access has ended.');
  if (!isInForce(proposal.status)) return no('conflict', 'The proposal is over, and so is this access.');
  // What we cannot reach we could neither end nor watch.
  return isConnected(grant.connection.status) ? null : CUT_OFF;
}

export const CAUSE_WORDS = {
  final_payment: 'The final payment was approved',
  proposal_ended: 'The proposal ended',
  person: 'Access was revoked',
  suspension: 'An account was suspended',
  connection: "We couldn't create the role",
  changed: 'The role was changed in AWS',
  end_time: 'The agreed time ran out',
  left: 'The expert left the company',
  certification: "The expert's certification is no longer valid",
} as const;
