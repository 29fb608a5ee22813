import { CONNECTION, type ConnectionState, isConnected } from '@/lib/access/connections/lifecycle';
import { GRANT, type GrantState, isActive, isLive, isOpen } from '@/lib/access/grants/lifecycle';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import {
  isAsked,
  PERMISSION_REQUEST,
  type PermissionRequestState,
} from '@/lib/access/permission-requests/lifecycle';
import { PERMISSION_REQUEST_COMMANDS } from '@/lib/access/permission-requests/rights';
import { showId } from '@/lib/core/id';
import { type Side, type Turn, turnsOf } from '@/lib/core/lifecycle';
import { mayRun, type Person, type Viewer } from '@/lib/core/rights';
import { ofCompanies, ofCustomers, sideOf, tenantsOf, visibleTo } from '@/lib/core/scope';
import { HOUR } from '@/lib/core/time';
import { IN_FORCE } from '@/lib/job/proposals/lifecycle';
import { customerNameFor } from '@/lib/market/requests/rules';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import type { Prisma } from '@/lib/platform/db/generated/client';
import type { PermissionLevel } from '@/lib/policies/levels';

/** A permission request and, once it was accepted, its grant: one thing with one address. */
export type AccessRow = {
  /** The permission request's id: the address from the decision to the proof. */
  id: string;
  grantId: string | null;
  side: Side;
  level: PermissionLevel;
  expert: string;
  expertPersonId: string;
  company: string;
  customer: string;
  title: string;
  conversationId: string;
  proposalId: string;
  account: { label: string; awsAccountId: string } | null;
  /** Somebody was let in, and the connection to the account is lost: no session is given until it is found again. */
  cutOff: boolean;
  connection: { id: string; status: ConnectionState } | null;
  requestedAt: Date;
  endsAt: Date | null;
  revokedAt: Date | null;
  status: PermissionRequestState;
  grantStatus: GrantState | null;
  /** Whether the denial was shown by a call that was allowed before. */
  proven: boolean;
};

export const ROW = {
  proposal: {
    select: {
      id: true,
      title: true,
      status: true,
      conversationId: true,
      customerId: true,
      companyId: true,
      conversation: {
        select: {
          request: { select: { contactName: true } },
          customer: { select: { name: true } },
          company: { select: { name: true } },
        },
      },
    },
  },
  grant: { include: { connection: { select: { label: true, awsAccountId: true, status: true } } } },
} as const satisfies Prisma.PermissionRequestInclude;

type Row = Prisma.PermissionRequestGetPayload<{ include: typeof ROW }>;

/** The permission requests of both sides' tenants that the viewer belongs to. */
export function mine(viewer: Person): Prisma.PermissionRequestWhereInput {
  return { proposal: visibleTo(viewer) };
}

/** Requests name their expert by id alone; the names come in one query for all rows. */
export async function expertsOf(rows: readonly { expertId: string }[]) {
  const experts = await database().expert.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.expertId))] } },
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  return new Map(experts.map((expert) => [expert.id, expert]));
}

/** `as`: the side that the viewer looks from, where they are on both. */
export function shown(
  viewer: Person,
  row: Row,
  experts: Awaited<ReturnType<typeof expertsOf>>,
  as?: Side,
): AccessRow {
  const { proposal, grant } = row;
  const { request, customer, company } = proposal.conversation;
  const expert = experts.get(row.expertId);
  const side = as ?? sideOf(viewer, proposal);
  return {
    id: row.id,
    grantId: grant?.id ?? null,
    side,
    level: row.level,
    expert: expert?.person.name ?? '',
    expertPersonId: expert?.personId ?? '',
    company: company.name,
    customer: customerNameFor(side, request, customer),
    title: proposal.title,
    conversationId: proposal.conversationId,
    proposalId: proposal.id,
    account: grant ? { label: grant.connection.label, awsAccountId: grant.connection.awsAccountId } : null,
    cutOff: grant !== null && isOpen(grant.status) && !isConnected(grant.connection.status),
    connection: grant ? { id: grant.connectionId, status: grant.connection.status } : null,
    requestedAt: row.requestedAt,
    endsAt: grant?.endsAt ?? null,
    revokedAt: grant?.revokedAt ?? null,
    status: row.status,
    grantStatus: grant?.status ?? null,
    proven: Boolean(grant?.provenAt),
  };
}

export type AccessList = { rows: AccessRow[]; now: Date; next: string | null };
const PAGE = 50;

/** Everything that was asked for on one side, newest first. `before` is the id of the last row of the page before. */
export async function accessList(viewer: Viewer, side: Side, before?: string | null): Promise<AccessList> {
  const now = await appNow();
  if (viewer.kind !== 'person') return { rows: [], now, next: null };
  const proposal = side === 'customer' ? ofCustomers(viewer) : ofCompanies(viewer);
  const found = await database().permissionRequest.findMany({
    // Ids are made in the order of time, so they are the cursor.
    where: { proposal, ...(before ? { id: { lt: before } } : {}) },
    include: ROW,
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const experts = await expertsOf(rows);
  return {
    rows: rows.map((row) => shown(viewer, row, experts, side)),
    now,
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** How many accesses of each side's tenants are active right now: somebody can be in by them. */
export async function activeAccess(viewer: Viewer): Promise<Record<Side, number>> {
  if (viewer.kind !== 'person') return { customer: 0, company: 0 };
  const { customers, companies } = tenantsOf(viewer);
  const [row] = await database().$queryRaw<Record<Side, number>[]>`
    SELECT count(*) FILTER (WHERE g."customerId" = ANY(${customers}::uuid[]))::int AS customer,
      count(*) FILTER (WHERE g."companyId" = ANY(${companies}::uuid[]))::int AS company
    FROM "grant" g WHERE g.status = 'active'
      AND (g."customerId" = ANY(${customers}::uuid[]) OR g."companyId" = ANY(${companies}::uuid[]))`;
  return row ?? { customer: 0, company: 0 };
}

export type JobAccess = {
  now: Date;
  rows: AccessRow[];
  /** Where the expert may ask for access: the accepted proposal. */
  askFor: string | null;
  mayRevoke: boolean;
  mayDecide: boolean;
  /** The access in a few words for a narrow screen: "access 21 h left". */
  strip: string | null;
  turns: Turn[];
};

/** The access of one job, for its page; null where the viewer belongs to neither side. */
export async function accessOf(viewer: Viewer, conversationId: string): Promise<JobAccess | null> {
  if (viewer.kind !== 'person') return null;
  const db = database();
  const conversation = await db.conversation.findFirst({
    where: { id: conversationId, ...visibleTo(viewer) },
    select: {
      customerId: true,
      companyId: true,
      proposals: { where: { status: { in: [...IN_FORCE] } }, select: { id: true } },
    },
  });
  if (!conversation) return null;
  const [now, found] = await Promise.all([
    appNow(),
    db.permissionRequest.findMany({
      where: { AND: [mine(viewer), { proposal: { conversationId } }] },
      include: ROW,
      orderBy: { id: 'desc' },
      take: 20,
    }),
  ]);
  const experts = await expertsOf(found);
  const rows = found.map((row) => shown(viewer, row, experts));
  const asks = rows.some((row) => isAsked(row.status) && row.expertPersonId === viewer.personId);
  const proposalId = conversation.proposals[0]?.id ?? null;
  const maySeek = mayRun(viewer, PERMISSION_REQUEST_COMMANDS.request, conversation) === null;
  return {
    now,
    rows,
    askFor: proposalId && maySeek && !asks ? proposalId : null,
    mayRevoke: mayRun(viewer, GRANT_COMMANDS.revoke, conversation) === null,
    mayDecide: mayRun(viewer, PERMISSION_REQUEST_COMMANDS.accept, conversation) === null,
    strip: stripOf(rows, now),
    turns: rows.flatMap(turnsIn),
  };
}

function stripOf(rows: readonly AccessRow[], now: Date): string | null {
  if (rows.some((row) => row.cutOff)) return 'access: connection lost';
  const live = rows.find((row) => isActive(row.grantStatus));
  if (live?.endsAt) {
    const hours = Math.max(0, Math.floor((live.endsAt.getTime() - now.getTime()) / HOUR));
    return hours >= 48 ? `access ${Math.floor(hours / 24)} d left` : `access ${hours} h left`;
  }
  const ending = rows.find((row) => isLive(row.grantStatus));
  if (ending) return `access: ${GRANT.words[ending.grantStatus!].word.toLowerCase()}`;
  return rows.some((row) => isAsked(row.status)) ? 'access requested' : null;
}

/** What is decided, lost, or ending: one at a time, since one follows from another. */
function turnsIn(row: AccessRow): Turn[] {
  const href = `/access/${showId(row.id)}`;
  if (row.cutOff && row.connection)
    return turnsOf(CONNECTION, row.connection.status, `/connections/${showId(row.connection.id)}`);
  return row.grantStatus
    ? turnsOf(GRANT, row.grantStatus, href)
    : turnsOf(PERMISSION_REQUEST, row.status, href);
}
