import { no } from '@/lib/core/refusal';
import { MINUTE } from '@/lib/core/time';

/** How old what is known of the way to end an access may be when a session is given, and from when on it is tried anew. */
export const WAY_OUT = { mostMs: MINUTE, againMs: 45_000 } as const;

/** Whether the way to end the access was tried within so many milliseconds. */
export function triedWithin(grant: { endableAt: Date | null }, ms: number, at: Date): boolean {
  return grant.endableAt !== null && at.getTime() - grant.endableAt.getTime() <= ms;
}

export const CUT_OFF = no(
  'conflict',
  'We lost the connection to this AWS account, so no session opened. Ask the customer to restore it.',
);
export const ROLE_GONE =
  "The expert's role is no longer in AWS, or not as we made it. Revoke this access, then ask for a new one.";
export const ROLE_DENIED =
  "AWSDenyAll is attached to the expert's role in AWS, so nothing can be done with it. Remove it, or revoke this access.";

/** Whether this is why no session is given; other problems of a live access are only told. */
export function stopsSessions(problem: string | null): boolean {
  return problem === ROLE_GONE || problem === ROLE_DENIED;
}
