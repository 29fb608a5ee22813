import { isConnected } from '@/lib/access/connections/lifecycle';
import { GRANT, type GrantState, isActive } from '@/lib/access/grants/lifecycle';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { type AccessRow, expertsOf, mine, ROW, shown } from '@/lib/access/overview/queries';
import { PERMISSION_REQUEST } from '@/lib/access/permission-requests/lifecycle';
import { buttonsOf } from '@/lib/core/lifecycle';
import { mayRun, type Viewer } from '@/lib/core/rights';
import { customerNameFor } from '@/lib/market/requests/rules';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import type { GrantIncidentKind } from '@/lib/platform/db/generated/client';

/** So many are shown; the rest is counted. */
const INCIDENTS = 10;

export type AccessView = AccessRow & {
  customerId: string;
  now: Date;
  reason: string;
  decidedAt: Date | null;
  declineReason: string | null;
  may: { accept: boolean; decline: boolean; withdraw: boolean; revoke: boolean; openSession: boolean };
  /** The customer's accounts, to choose from; empty for whoever does not decide. */
  accounts: { id: string; label: string; awsAccountId: string; connected: boolean }[];
  grant: {
    id: string;
    status: GrantState;
    roleName: string;
    createdAt: Date;
    activeAt: Date | null;
    endsAt: Date;
    revokingAt: Date | null;
    revokeCause: string | null;
    revokedBy: string | null;
    deniedAt: Date | null;
    heldUntil: Date | null;
    revokedAt: Date | null;
    problem: string | null;
    connectionId: string;
    /** When AWS last had the role as this state says. */
    seenAt: Date | null;
    steps: { kind: string; round: number; at: Date; detail: Record<string, unknown> }[];
    /** What was otherwise in AWS, the newest first, and how often in all. */
    incidents: {
      rows: {
        id: string;
        kind: GrantIncidentKind;
        since: Date;
        until: Date | null;
        at: Date;
        detail: Record<string, unknown>;
      }[];
      total: number;
    };
    /** Sessions that can still be alive, and all that were ever given. */
    sessions: { alive: number; given: number; lastEndsAt: Date | null };
  } | null;
};

/** One permission request and its grant, by the id of either; null where the viewer belongs to neither side. */
export async function accessById(viewer: Viewer, id: string): Promise<AccessView | null> {
  if (viewer.kind !== 'person') return null;
  const db = database();
  const row = await db.permissionRequest.findFirst({
    where: { AND: [mine(viewer), { OR: [{ id }, { grant: { id } }] }] },
    include: {
      ...ROW,
      grant: {
        include: {
          connection: { select: { label: true, awsAccountId: true, status: true } },
          steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
          incidents: { orderBy: [{ since: 'desc' }, { id: 'desc' }], take: INCIDENTS },
          _count: { select: { incidents: true } },
          sessions: { select: { status: true, expiresAt: true } },
        },
      },
    },
  });
  if (!row) return null;
  const tenants = { customerId: row.proposal.customerId, companyId: row.proposal.companyId };
  const asks = buttonsOf(PERMISSION_REQUEST, row.status, viewer, tenants);
  const { grant } = row;
  const [now, experts, accounts, revoker] = await Promise.all([
    appNow(),
    expertsOf([row]),
    asks.accept
      ? db.connection.findMany({
          where: { customerId: tenants.customerId },
          orderBy: { label: 'asc' },
          take: 100,
        })
      : [],
    grant?.revokedBy && grant.revokeCause === 'person'
      ? db.person.findUnique({ where: { id: grant.revokedBy }, select: { name: true } })
      : null,
  ]);
  const base = shown(viewer, row, experts);
  const isExpert = base.expertPersonId === viewer.personId;
  const alive = (grant?.sessions ?? []).filter(
    (session) => session.status !== 'failed' && session.expiresAt > now,
  );
  return {
    customerId: tenants.customerId,
    ...base,
    now,
    reason: row.reason,
    decidedAt: row.decidedAt,
    declineReason: row.declineReason,
    may: {
      ...asks,
      revoke: grant !== null && buttonsOf(GRANT, grant.status, viewer, tenants).revoke,
      openSession:
        isActive(grant?.status) &&
        !base.cutOff &&
        isExpert &&
        mayRun(viewer, GRANT_COMMANDS.openSession, tenants) === null,
    },
    accounts: accounts.map(({ id: connectionId, label, awsAccountId, status }) => ({
      id: connectionId,
      label,
      awsAccountId,
      connected: isConnected(status),
    })),
    grant: grant
      ? {
          id: grant.id,
          status: grant.status,
          roleName: grant.roleName,
          createdAt: grant.createdAt,
          activeAt: grant.activeAt,
          endsAt: grant.endsAt,
          revokingAt: grant.revokingAt,
          revokeCause: grant.revokeCause,
          // Only the customer's people revoke in person.
          revokedBy: revoker ? customerNameFor(base.side, row.proposal.conversation.request, revoker) : null,
          deniedAt: grant.deniedAt,
          heldUntil: grant.heldUntil,
          revokedAt: grant.revokedAt,
          problem: grant.problem,
          connectionId: grant.connectionId,
          seenAt: grant.seenAt,
          incidents: {
            rows: grant.incidents.map(({ id: incidentId, kind, since, until, at, detail }) => ({
              id: incidentId,
              kind,
              since,
              until,
              at,
              detail: detail as Record<string, unknown>,
            })),
            total: grant._count.incidents,
          },
          steps: grant.steps.map(({ kind, round, at, detail }) => ({
            kind,
            round,
            at,
            detail: detail as Record<string, unknown>,
          })),
          sessions: {
            alive: alive.length,
            given: grant.sessions.filter((session) => session.status === 'issued').length,
            lastEndsAt: alive.reduce<Date | null>(
              (last, { expiresAt }) => (!last || expiresAt > last ? expiresAt : last),
              null,
            ),
          },
        }
      : null,
  };
}
