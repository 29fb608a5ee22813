import { showId } from '@/lib/core/id';
import type { Turn } from '@/lib/core/machine';
import { mayRun, type Person, type Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { appNow } from '@/lib/db/clock';
import type { Prisma } from '@/lib/db/generated/client';
import { canRespond } from '@/lib/experts/rules';
import type { PermissionLevel } from '@/lib/policies/levels';
import {
  GRANT,
  type GrantState,
  OPEN_STATES,
  PERMISSION_REQUEST,
  type PermissionRequestState,
} from './rules';

export type Side = 'customer' | 'company';

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
  requestedAt: Date;
  endsAt: Date | null;
  revokedAt: Date | null;
  status: PermissionRequestState;
  grantStatus: GrantState | null;
};

const ROW = {
  proposal: {
    select: {
      id: true,
      title: true,
      status: true,
      conversationId: true,
      customerId: true,
      companyId: true,
      conversation: { select: { customer: { select: { name: true } }, company: { select: { name: true } } } },
    },
  },
  grant: { include: { connection: { select: { label: true, awsAccountId: true } } } },
} as const satisfies Prisma.PermissionRequestInclude;

type Row = Prisma.PermissionRequestGetPayload<{ include: typeof ROW }>;

/** The permission requests of both sides' tenants that the viewer belongs to. */
function mine(viewer: Person): Prisma.PermissionRequestWhereInput {
  return {
    proposal: {
      OR: [
        { customerId: { in: viewer.customers.map((membership) => membership.tenantId) } },
        { companyId: { in: viewer.companies.map((membership) => membership.tenantId) } },
      ],
    },
  };
}

/** Requests name their expert by id alone; the names come in one query for all rows. */
async function expertsOf(rows: readonly { expertId: string }[]) {
  const experts = await database().expert.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.expertId))] } },
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  return new Map(experts.map((expert) => [expert.id, expert]));
}

function shown(viewer: Person, row: Row, experts: Awaited<ReturnType<typeof expertsOf>>): AccessRow {
  const { proposal, grant } = row;
  const expert = experts.get(row.expertId);
  const buys = viewer.customers.some((membership) => membership.tenantId === proposal.customerId);
  return {
    id: row.id,
    grantId: grant?.id ?? null,
    side: buys ? 'customer' : 'company',
    level: row.level,
    expert: expert?.person.name ?? '',
    expertPersonId: expert?.personId ?? '',
    company: proposal.conversation.company.name,
    customer: proposal.conversation.customer.name,
    title: proposal.title,
    conversationId: proposal.conversationId,
    proposalId: proposal.id,
    account: grant?.connection ?? null,
    requestedAt: row.requestedAt,
    endsAt: grant?.endsAt ?? null,
    revokedAt: grant?.revokedAt ?? null,
    status: row.status,
    grantStatus: grant?.status ?? null,
  };
}

export type AccessList = { rows: AccessRow[]; now: Date; next: string | null };
const PAGE = 50;

/** Everything that was asked for on one side, newest first. `before` is the id of the last row of the page before. */
export async function accessList(viewer: Viewer, side: Side, before?: string | null): Promise<AccessList> {
  const now = await appNow();
  if (viewer.kind !== 'person') return { rows: [], now, next: null };
  const tenants = (side === 'customer' ? viewer.customers : viewer.companies).map(({ tenantId }) => tenantId);
  const proposal = side === 'customer' ? { customerId: { in: tenants } } : { companyId: { in: tenants } };
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
    rows: rows.map((row) => ({ ...shown(viewer, row, experts), side })),
    now,
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  };
}

export type AccessView = AccessRow & {
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
    steps: { kind: string; at: Date; detail: Record<string, unknown> }[];
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
          connection: { select: { label: true, awsAccountId: true } },
          steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
          sessions: { select: { status: true, expiresAt: true } },
        },
      },
    },
  });
  if (!row) return null;
  const tenants = { customerId: row.proposal.customerId, companyId: row.proposal.companyId };
  const may = (command: Parameters<typeof mayRun>[1]) => mayRun(viewer, command, tenants) === null;
  const asked = row.status === 'requested';
  const { grant } = row;
  const [now, experts, accounts, revoker] = await Promise.all([
    appNow(),
    expertsOf([row]),
    asked && may('grants.accept')
      ? db.connection.findMany({
          where: { customerId: tenants.customerId },
          orderBy: { label: 'asc' },
          take: 100,
        })
      : [],
    grant?.revokedBy
      ? db.person.findUnique({ where: { id: grant.revokedBy }, select: { name: true } })
      : null,
  ]);
  const base = shown(viewer, row, experts);
  const isExpert = base.expertPersonId === viewer.personId;
  const alive = (grant?.sessions ?? []).filter(
    (session) => session.status !== 'failed' && session.expiresAt > now,
  );
  return {
    ...base,
    now,
    reason: row.reason,
    decidedAt: row.decidedAt,
    declineReason: row.declineReason,
    may: {
      accept: asked && may('grants.accept'),
      decline: asked && may('grants.decline'),
      withdraw: asked && may('grants.withdraw'),
      revoke: isOpen(grant?.status) && may('grants.revoke'),
      openSession: grant?.status === 'active' && isExpert && may('grants.openSession'),
    },
    accounts: accounts.map(({ id: connectionId, label, awsAccountId, status }) => ({
      id: connectionId,
      label,
      awsAccountId,
      connected: status === 'connected',
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
          revokedBy: revoker?.name ?? null,
          deniedAt: grant.deniedAt,
          heldUntil: grant.heldUntil,
          revokedAt: grant.revokedAt,
          problem: grant.problem,
          connectionId: grant.connectionId,
          steps: grant.steps.map(({ kind, at, detail }) => ({
            kind,
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

const isOpen = (status: GrantState | undefined) =>
  status !== undefined && (OPEN_STATES as readonly string[]).includes(status);

/** The state of a permission request and its grant as one lamp and word: a grant says more than "Accepted". */
export function stateOf(row: Pick<AccessRow, 'status' | 'grantStatus'>) {
  return row.grantStatus ? GRANT.words[row.grantStatus] : PERMISSION_REQUEST.words[row.status];
}

export type JobAccess = {
  now: Date;
  rows: AccessRow[];
  /** Where the expert may ask for access: the accepted proposal. */
  askFor: string | null;
  mayRevoke: boolean;
  turns: Turn[];
};

/** The access of one job, for its page; null where the viewer belongs to neither side. */
export async function accessOf(viewer: Viewer, conversationId: string): Promise<JobAccess | null> {
  if (viewer.kind !== 'person') return null;
  const db = database();
  const conversation = await db.conversation.findFirst({
    where: {
      id: conversationId,
      OR: [
        { customerId: { in: viewer.customers.map((membership) => membership.tenantId) } },
        { companyId: { in: viewer.companies.map((membership) => membership.tenantId) } },
      ],
    },
    select: {
      customerId: true,
      companyId: true,
      proposals: { where: { status: 'accepted' }, select: { id: true } },
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
  const asks = rows.some((row) => row.status === 'requested' && row.expertPersonId === viewer.personId);
  const proposalId = conversation.proposals[0]?.id ?? null;
  const maySeek = mayRun(viewer, 'grants.request', conversation) === null;
  return {
    now,
    rows,
    askFor: proposalId && maySeek && !asks ? proposalId : null,
    mayRevoke: mayRun(viewer, 'grants.revoke', conversation) === null,
    turns: rows.flatMap(turnsOf),
  };
}

function turnsOf(row: AccessRow): Turn[] {
  const href = `/access/${showId(row.id)}`;
  if (row.status === 'requested')
    return [
      {
        side: 'customer',
        says: 'permission request to decide',
        action: { label: 'Look at the request', href },
        weight: 70,
      },
    ];
  if (row.grantStatus === 'denied_not_deleted' || row.grantStatus === 'connection_lost')
    return [
      {
        side: 'customer',
        says: 'the end of the access needs a hand',
        action: { label: 'See what to do', href },
        weight: 90,
      },
    ];
  if (row.grantStatus === 'provisioning' || row.grantStatus === 'revoking')
    return [
      {
        side: null,
        says: row.grantStatus === 'provisioning' ? 'the role is being made' : 'the access is ending',
        weight: 20,
      },
    ];
  return [];
}

/** What the form that asks for access needs: the accepted proposal, and whether this person may ask. */
export async function askOf(viewer: Viewer, conversationId: string) {
  if (viewer.kind !== 'person') return null;
  const proposal = await database().proposal.findFirst({
    where: {
      conversationId,
      companyId: { in: viewer.companies.map((membership) => membership.tenantId) },
      status: 'accepted',
    },
    select: {
      id: true,
      title: true,
      companyId: true,
      customerId: true,
      conversation: { select: { customer: { select: { name: true } } } },
      permissionRequests: { where: { status: 'requested' }, select: { id: true, expertId: true } },
    },
  });
  if (!proposal) return null;
  const profile = await database().expert.findUnique({
    where: { personId_companyId: { personId: viewer.personId, companyId: proposal.companyId } },
    include: { certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
  const refused = mayRun(viewer, 'grants.request', proposal);
  const open = proposal.permissionRequests.find((request) => request.expertId === profile?.id);
  return {
    proposalId: proposal.id,
    title: proposal.title,
    customer: proposal.conversation.customer.name,
    openId: open?.id ?? null,
    /** Why this person cannot ask, in a sentence. */
    because:
      refused?.message ??
      (profile
        ? (canRespond(profile.certifications, await appNow())?.message ?? null)
        : 'Only an expert with a profile can ask for access, and only in person.'),
  };
}
