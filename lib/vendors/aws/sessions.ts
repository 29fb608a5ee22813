import { HOUR, SECOND } from '@/lib/core/time';
import { SOURCE_IDENTITY_PREFIX } from '@/lib/policies/trust';
import type { AssumedRole, Broker } from './broker';
import type { AwsOutcome } from './problem';

export type SessionPurpose = 'console' | 'credentials' | 'probe';

export type NewSession = {
  roleArn: string;
  externalId: string;
  /** Both in their short form of 26 characters. */
  grantId: string;
  expertId: string;
  purpose: SessionPurpose;
};

/** How long a session lasts at most: AWS's limit for a role that was reached through another role. */
export const SESSION_SECONDS = HOUR / SECOND;
const PROBE_SECONDS = 900;

/** What CloudTrail shows as the user name of everything that is done in such a session; 57 of at most 64 characters. */
export function sessionName(grantId: string, expertId: string): string {
  return `g-${grantId}-e-${expertId}`.slice(0, 64);
}

/** One session in an expert's role. A probe is the broker's own and never handed to anybody. */
export function issueSession(broker: Broker, input: NewSession): Promise<AwsOutcome<AssumedRole>> {
  const duration = { console: undefined, credentials: SESSION_SECONDS, probe: PROBE_SECONDS }[input.purpose];
  return broker.assume({
    roleArn: input.roleArn,
    externalId: input.externalId,
    sessionName: sessionName(input.grantId, input.expertId),
    sourceIdentity: `${SOURCE_IDENTITY_PREFIX}${input.expertId}`,
    // A chosen length would make AWS refuse the console link; without one it is an hour as well.
    ...(duration === undefined ? {} : { durationSeconds: duration }),
    tags: { grant: input.grantId },
  });
}
