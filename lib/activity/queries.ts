import { pageOf, readCursor } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { type Risk, riskOf } from './rules';

export type ActivityRow = {
  id: string;
  at: Date;
  name: string;
  service: string;
  region: string;
  errorCode: string | null;
  sourceIp: string | null;
  resources: string[];
  risk: Risk;
};

export type Activity = {
  rows: ActivityRow[];
  next: string | null;
  total: number;
  /** Up to when each Region was read: the page shows it, since CloudTrail is late. */
  regions: { region: string; readAt: Date | null; over: boolean }[];
};

const PAGE = 25;

/** What an expert did under a grant, newest first; null where the viewer belongs to neither side. */
export async function activityOf(viewer: Viewer, grantId: string, after?: string): Promise<Activity | null> {
  if (viewer.kind !== 'person') return null;
  const db = database();
  const grant = await db.grant.findFirst({
    where: {
      id: grantId,
      OR: [
        { customerId: { in: viewer.customers.map((membership) => membership.tenantId) } },
        { companyId: { in: viewer.companies.map((membership) => membership.tenantId) } },
      ],
    },
    select: { id: true, trails: { orderBy: { region: 'desc' } } },
  });
  if (!grant) return null;
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
      risk: riskOf({ ...event, runsWithRole: runsWithRole(event.raw) }),
    })),
    next,
    total,
    regions: grant.trails.map(({ region, readAt, dueAt }) => ({ region, readAt, over: dueAt === null })),
  };
}

/** Names in CloudTrail's record are the caller's to choose: shown as text, and not at any length. */
function namesOf(resources: unknown): string[] {
  if (!Array.isArray(resources)) return [];
  return resources
    .map((resource: { name?: unknown }) => (typeof resource?.name === 'string' ? resource.name : ''))
    .filter(Boolean)
    .slice(0, 3)
    .map((name) => (name.length > 120 ? `${name.slice(0, 119)}…` : name));
}

function runsWithRole(raw: unknown): boolean {
  const parameters = (raw as { requestParameters?: { iamInstanceProfile?: unknown } } | null)
    ?.requestParameters;
  return Boolean(parameters?.iamInstanceProfile);
}
