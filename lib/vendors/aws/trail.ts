import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { homeRegionOf } from '@/lib/policies/probe';
import { type AwsConfig, clientOptions, TRAIL_TIMEOUT_MS } from './config';
import { type AwsOutcome, outcome } from './problem';

/** Where IAM, STS and sign-in events appear, whatever Region the work was in. */
export const GLOBAL_REGION = homeRegionOf('aws');

/** One thing that was done in a grant's sessions. Every text comes from the caller and is shown as text alone. */
export type TrailEvent = {
  id: string;
  at: Date;
  name: string;
  source: string;
  region: string;
  readOnly: boolean;
  errorCode: string | undefined;
  sourceIp: string | undefined;
  userAgent: string | undefined;
  sourceIdentity: string | undefined;
  accessKeyId: string | undefined;
  resources: { type: string; name: string }[];
  /** The whole record as CloudTrail wrote it. */
  raw: string;
};

export type TrailQuery = {
  region: string;
  sessionName: string;
  roleArn: string;
  /** Tells a role from another one that had the same name later. */
  roleId: string;
  from: Date;
  to: Date;
  /** What the page before ended with; the rest of the query has to be the same. */
  nextToken?: string;
};

export type TrailPage = { events: TrailEvent[]; nextToken: string | undefined };

type CloudTrailRecord = {
  userIdentity?: {
    type?: string;
    principalId?: string;
    accessKeyId?: string;
    sessionContext?: { sessionIssuer?: { arn?: string }; sourceIdentity?: string };
  };
  eventSource?: string;
  awsRegion?: string;
  errorCode?: string;
  sourceIPAddress?: string;
  userAgent?: string;
  readOnly?: boolean;
};

const PAGE = 50;

/**
 * One page of what a grant's sessions did in one Region, newest first. CloudTrail can look for the session's name
 * alone, and anybody in the account may pick that name, so the answer is narrowed to this very role. AWS allows two
 * such calls a second for each account and Region; pacing them is the caller's matter.
 */
export function lookupTrail(access: AwsConfig, query: TrailQuery): Promise<AwsOutcome<TrailPage>> {
  return outcome(async () => {
    const client = new CloudTrailClient(clientOptions({ ...access, region: query.region }, TRAIL_TIMEOUT_MS));
    try {
      const page = await client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'Username', AttributeValue: query.sessionName }],
          StartTime: query.from,
          EndTime: query.to,
          MaxResults: PAGE,
          ...(query.nextToken ? { NextToken: query.nextToken } : {}),
        }),
      );
      const events = (page.Events ?? []).flatMap((event) => {
        const parsed = parseRecord(event.CloudTrailEvent);
        if (!parsed || !event.EventId || !event.EventTime || !isOf(parsed, query)) return [];
        return {
          id: event.EventId,
          at: event.EventTime,
          name: event.EventName ?? '',
          source: parsed.eventSource ?? event.EventSource ?? '',
          region: parsed.awsRegion ?? query.region,
          readOnly: parsed.readOnly ?? event.ReadOnly === 'true',
          errorCode: parsed.errorCode,
          sourceIp: parsed.sourceIPAddress,
          userAgent: parsed.userAgent,
          sourceIdentity: parsed.userIdentity?.sessionContext?.sourceIdentity,
          accessKeyId: parsed.userIdentity?.accessKeyId,
          resources: (event.Resources ?? []).map((one) => ({
            type: one.ResourceType ?? '',
            name: one.ResourceName ?? '',
          })),
          raw: event.CloudTrailEvent ?? '',
        };
      });
      return { events, nextToken: page.NextToken };
    } finally {
      client.destroy();
    }
  });
}

function isOf(record: CloudTrailRecord, query: TrailQuery): boolean {
  const { userIdentity } = record;
  return (
    userIdentity?.type === 'AssumedRole' &&
    userIdentity.sessionContext?.sessionIssuer?.arn === query.roleArn &&
    userIdentity.principalId?.startsWith(`${query.roleId}:`) === true
  );
}

function parseRecord(text: string | undefined): CloudTrailRecord | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return value && typeof value === 'object' ? (value as CloudTrailRecord) : undefined;
  } catch {
    return undefined;
  }
}
