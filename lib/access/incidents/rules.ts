/** An event of CloudTrail, as far as it decides whether somebody acted who should not have been able to. */
export type Acted = {
  at: Date;
  name: string;
  source: string;
  errorCode: string | null;
  raw: unknown;
};
type Step = { kind: string; round: number; at: Date };

/** What AWS says when it serves nobody: it refused, does not know the key any more, or was too busy. */
export const UNSERVED =
  'AccessDenied|UnauthorizedOperation|NotAuthorized|Forbidden|AuthFailure|ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|Throttl|RequestLimitExceeded|SlowDown';
const unserved = new RegExp(UNSERVED);

/** CloudTrail's instants are whole seconds, and another clock's. */
const BLUR_MS = 2_000;
/** What wrote the end of a denial's window: from here on it was called denied. */
const SAID = ['session_refused', 'not_provable'];

/**
 * Whether an event was done under a deny that was said to hold. What happened from a deny's attaching until it was said to
 * hold is not: AWS's Regions learn of it one by one. Where somebody took a deny away, what was done until the next counts.
 */
export function underDeny(at: Date, steps: readonly Step[], propagationMs: number): boolean {
  const said = steps.filter(({ kind }) => SAID.includes(kind));
  const first = Math.min(...said.map((step) => +step.at));
  if (!(at.getTime() > first + BLUR_MS)) return false;
  return steps
    .filter(({ kind }) => kind === 'deny_attached')
    .every((attached) => {
      const held = said.find(({ round }) => round === attached.round);
      const from = attached.at.getTime() - BLUR_MS;
      const to = held
        ? Math.max(+held.at, attached.at.getTime() + propagationMs) + BLUR_MS
        : Number.POSITIVE_INFINITY;
      return at.getTime() < from || at.getTime() > to;
    });
}

/** Whether AWS did what was asked, and would not have done it under a deny: some things it lets through whatever is denied. */
export function wasServed({ name, source, errorCode, raw }: Omit<Acted, 'at'>): boolean {
  if (errorCode && unserved.test(errorCode)) return false;
  if (source === 'signin.amazonaws.com' || name === 'GetCallerIdentity') return false;
  const { eventType, userIdentity } = (raw ?? {}) as {
    eventType?: unknown;
    userIdentity?: { invokedBy?: unknown };
  };
  // A service that goes on with what it was told before: in its own name, or in the session's.
  return eventType !== 'AwsServiceEvent' && !userIdentity?.invokedBy;
}
