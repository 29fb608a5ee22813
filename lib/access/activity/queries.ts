import { sessionNameOf } from '@/lib/access/grants/rules';
import { pageOf, readCursor } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { sideOf, visibleTo } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { eventHistoryUrl } from './event-history';
import { rolesIn } from './roles';
import { type Risk, riskOf } from './rules';

export type ActivityRow = {
  id: string;
  at: Date;
  name: string;
  service: string;
  region: string;
  errorCode: string | null;
  sourceIp: string | null;
  /** With what: the console, a command line, a service of AWS. As the caller names it. */
  tool: string | null;
  resources: string[];
  /** Roles that it handed to a service. */
  roles: string[];
  risk: Risk;
};

export type Activity = {
  rows: ActivityRow[];
  next: string | null;
  total: number;
  /** Up to when each Region was read: the page shows it, since CloudTrail is late. */
  regions: {
    region: string;
    readAt: Date | null;
    over: boolean;
    /** AWS's word on why it could not be read last. */
    problem: string | null;
    /** CloudTrail's own list there, for the customer alone: nobody else can sign in to the account. */
    history: string | null;
  }[];
  /** As whom CloudTrail shows the expert. */
  sessionName: string;
};

const PAGE = 25;

/** What an expert did under a grant, newest first; null where the viewer belongs to neither side. */
export async function activityOf(viewer: Viewer, grantId: string, after?: string): Promise<Activity | null> {
  if (viewer.kind !== 'person') return null;
  const db = database();
  const grant = await db.grant.findFirst({
    where: { id: grantId, ...visibleTo(viewer) },
    select: {
      id: true,
      expertId: true,
      customerId: true,
      activeAt: true,
      revokedAt: true,
      connection: { select: { awsAccountId: true } },
      trails: { orderBy: { region: 'asc' } },
    },
  });
  if (!grant) return null;
  const now = await appNow();
  const sessionName = sessionNameOf(grant.id, grant.expertId);
  const buys = sideOf(viewer, grant) === 'customer';
  const cursor = readCursor(after);
  const [events, total] = await Promise.all([
    db.activityEvent.findMany({
      where: {
        grantId,
        ...(cursor ? { OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] } : {}),
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    }),
    db.activityEvent.count({ where: { grantId } }),
  ]);
  const { rows, next } = pageOf(events, ({ at, id }) => ({ at, id }), PAGE);
  return {
    rows: rows.map((event) => ({
      id: event.id,
      at: event.at,
      name: event.name,
      service: event.source.replace(/\.amazonaws\.com$/, ''),
      region: event.region,
      errorCode: event.errorCode,
      sourceIp: event.sourceIp,
      resources: namesOf(event.resources),
      ...handedOver(event),
    })),
    next,
    total,
    regions: grant.trails.map(({ region, readAt, dueAt, problem }) => ({
      region,
      readAt,
      over: dueAt === null,
      problem,
      history: buys
        ? eventHistoryUrl({
            region,
            accountId: grant.connection.awsAccountId,
            sessionName,
            from: grant.activeAt ?? now,
            to: grant.revokedAt ?? now,
            ...(env.MODE === 'demo' && env.SANDBOX_AWS_URL ? { sandbox: env.SANDBOX_AWS_URL } : {}),
          })
        : null,
    })),
    sessionName,
  };
}

/** Names in CloudTrail's record are the caller's to choose: shown as text, and not at any length. */
function namesOf(resources: unknown): string[] {
  if (!Array.isArray(resources)) return [];
  return resources
    .map((resource: { name?: unknown }) => (typeof resource?.name === 'string' ? resource.name : ''))
    .filter(Boolean)
    .slice(0, 3)
    .map(short);
}

/** What the record itself tells: the roles that were handed over, what that means, and with what it was done. */
function handedOver(event: { name: string; readOnly: boolean; errorCode: string | null; raw: unknown }) {
  const { requestParameters, userAgent } = (event.raw ?? {}) as Record<string, unknown>;
  const roles = rolesIn(requestParameters);
  return {
    roles: roles.slice(0, 3).map(short),
    risk: riskOf({ ...event, roles }),
    tool: typeof userAgent === 'string' && userAgent !== '' ? short(userAgent) : null,
  };
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
