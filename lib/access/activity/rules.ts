import { isActive, isEnding } from '@/lib/access/grants/lifecycle';
import type { Lamp } from '@/lib/core/lifecycle';
import { later, MINUTE } from '@/lib/core/time';
import { homeRegionOf } from '@/lib/policies/probe';

/** Where IAM, STS and sign-in show, whatever Region the work was in. Accounts of other partitions are not connected. */
export const GLOBAL_REGION = homeRegionOf('aws');

/** How often a Region in which something was done is read while the access lasts, and any other, or while late events may still arrive. */
const EVERY_MS = 10_000;
/** A Region can be turned on while somebody is in. */
export const LIST_EVERY_MS = 15 * MINUTE;
const LATE_EVERY_MS = MINUTE;
/** CloudTrail is late by some minutes; this long after the end everything should have arrived (A7). */
export const LATE_MS = 15 * MINUTE;
/** How far back each reading looks beyond the last one, for what came late. */
const OVERLAP_MS = 30 * MINUTE;

export type Risk = 'read' | 'change' | 'look' | 'refused';

export const RISKS: Record<Risk, { word: string; lamp: Lamp }> = {
  read: { word: 'Read', lamp: 'ended' },
  change: { word: 'Change', lamp: 'turn' },
  look: { word: 'Worth a look', lamp: 'wait' },
  refused: { word: 'Refused', lamp: 'stop' },
};

/**
 * What may outlive the access, or let somebody in another way (A6, residual risk): shares, openings, keys, and things
 * that run with a role. AWS puts the API's version behind some names of Lambda (AddPermission20150331v2).
 */
const WORTH_A_LOOK = new RegExp(
  `^(?:${[
    'PutBucketPolicy',
    'PutBucketAcl',
    'PutObjectAcl',
    'DeleteBucketPublicAccessBlock',
    'PutBucketPublicAccessBlock',
    'CreateGrant',
    'PutKeyPolicy',
    'ModifyImageAttribute',
    'ModifySnapshotAttribute',
    'ModifyDBSnapshotAttribute',
    'ModifyDBClusterSnapshotAttribute',
    'CreateFunctionUrlConfig',
    'UpdateFunctionUrlConfig',
    'AddPermission',
    'AddLayerVersionPermission',
    'PutResourcePolicy',
    'SetQueueAttributes',
    'SetTopicAttributes',
    'SetRepositoryPolicy',
    'CreateKeyPair',
    'ImportKeyPair',
    'SendSSHPublicKey',
    'AuthorizeSecurityGroupIngress',
    'AuthorizeSecurityGroupEgress',
    'ModifyDBInstance',
    'Create\\w*Share',
    'AssociateResourceShare',
    'CreateVpcPeeringConnection',
    'AssociateIamInstanceProfile',
    'PutRule',
    'PutTargets',
    'CreateSchedule',
    'StartSession',
    'SendCommand',
    'Attach\\w*Policy',
    'Put\\w*Policy',
    'Create(?:User|Role|AccessKey|LoginProfile|PolicyVersion)',
    'AddUserToGroup',
    'StopLogging',
    'DeleteTrail',
  ].join('|')})(?:\\d{8}\\w*)?$`,
);

const REFUSED = /AccessDenied|UnauthorizedOperation|NotAuthorized|Forbidden|AuthFailure/;

/** What an event means to the customer. */
export function riskOf(event: {
  name: string;
  readOnly: boolean;
  errorCode: string | null;
  /** Roles that it handed to a service, which goes on acting with them. */
  roles?: readonly string[];
}): Risk {
  if (event.errorCode && REFUSED.test(event.errorCode)) return 'refused';
  if (WORTH_A_LOOK.test(event.name) || (!event.readOnly && event.roles?.length)) return 'look';
  return event.readOnly ? 'read' : 'change';
}

type Course = { status: string; revokedAt: Date | null };

/**
 * When to read a Region next; null after the last reading, which comes 15 minutes after the end or later. Of some
 * seventeen Regions one or two are worked in (`busy`): the others are looked at once a minute.
 */
export function nextReading(grant: Course, at: Date, busy: boolean): Date | null {
  const end = grant.revokedAt;
  const often = busy && (isActive(grant.status) || isEnding(grant.status));
  if (!end) return later(at, often ? EVERY_MS : LATE_EVERY_MS);
  const last = end.getTime() + LATE_MS;
  if (at.getTime() >= last) return null;
  return new Date(Math.min(at.getTime() + LATE_EVERY_MS, last));
}

/**
 * After AWS could not be asked: as long again as nothing has been read, but ten seconds at least and five minutes at most. One call
 * that fails hides nothing for long, and a lost connection does not keep the broker busy.
 */
export function nextTry(at: Date, readAt: Date): Date {
  const unread = at.getTime() - readAt.getTime();
  return new Date(at.getTime() + Math.min(Math.max(unread, EVERY_MS), 5 * MINUTE));
}

/** When to begin anew, should the reading of the pages that follow be lost with its process. */
export function nextAfterPage(at: Date): Date {
  return later(at, 5 * MINUTE);
}

/** The stretch of time to ask for. The last reading looks at everything once more. */
export function stretchOf(
  grant: { activeAt: Date; revokedAt: Date | null },
  readAt: Date | null,
  at: Date,
): { from: Date; to: Date } {
  const start = grant.activeAt.getTime() - MINUTE;
  const last = grant.revokedAt !== null && at.getTime() >= grant.revokedAt.getTime() + LATE_MS;
  if (!readAt || last) return { from: new Date(start), to: at };
  return { from: new Date(Math.max(start, readAt.getTime() - OVERLAP_MS)), to: at };
}

/** Postgres keeps no NUL and no half of a surrogate pair; an expert's tool can put either into a record. */
export function wellFormed(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** A whole record of which nothing can stop it from being kept. */
export function harmless(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(harmless);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [wellFormed(key), harmless(inner)]),
    );
  return value;
}
