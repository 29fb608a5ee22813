import { checkConnection } from '@/lib/access/connections/jobs';
import { externalIdOf } from '@/lib/access/connections/store';
import { deleteGrant, proveGrant } from '@/lib/access/grants/jobs';
import { GRANT, type GrantEvent, isDenied, isEnding, isStuck } from '@/lib/access/grants/lifecycle';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { heldUntilOf, trustEndOf } from '@/lib/access/grants/rules';
import type { StepKind } from '@/lib/access/grants/schema';
import {
  type GrantRow,
  grantById,
  insertStep,
  jobOf,
  lockedGrant,
  updateGrant,
} from '@/lib/access/grants/store';
import { regionsNamed } from '@/lib/access/incidents/store';
import { type Control, LOOK_MS, type Proof, STUCK_MINUTES } from '@/lib/access/proofs/rules';
import { type Actor, authorise } from '@/lib/core/rights';
import { later, MINUTE } from '@/lib/core/time';
import { announce } from '@/lib/platform/announce/announce';
import { audit } from '@/lib/platform/audit/store';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';

type OfGrant = { grantId: string };
export type Step = { kind: StepKind; detail?: Prisma.InputJsonObject };

/** What the broker knows when it takes up ending a grant, however often it is interrupted. */
export async function toTearDown(tx: Tx, actor: Actor, input: OfGrant) {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await grantById(tx, input.grantId);
  const way = await externalIdOf(tx, grant.connectionId);
  const at = await tx.now();
  return {
    grantId: grant.id,
    status: grant.status,
    level: grant.level,
    roleName: grant.roleName,
    roleArn: grant.roleArn,
    roleId: grant.roleId,
    accountId: grant.connection.awsAccountId,
    partition: grant.connection.partition,
    externalId: way?.externalId ?? '',
    /** The newest: a deny that was taken away and attached again has to spread again. */
    denyAttachedAt: grant.steps.findLast((step) => step.kind === 'deny_attached')?.at ?? null,
    /** What was seen allowed before the deny, before the first one too; null where nobody has looked yet. */
    control: controlOf(grant),
    regions: await regionsNamed(tx, grant.id),
    heldUntil: heldUntilOf(grant.sessions, at),
    /** Whether no session can be alive and AWS gives no new one: by time alone. */
    outlived: heldUntilOf(grant.sessions, at) <= at && trustEndOf(grant.endsAt) <= at,
    at,
  };
}
export type TearDown = Awaited<ReturnType<typeof toTearDown>>;

function controlOf(grant: GrantRow): Control | null {
  const tried = grant.steps
    .filter(({ kind }) => kind === 'control_tried')
    .map(({ detail }) => detail as Control);
  return tried.findLast(({ allowed }) => allowed.length > 0) ?? tried.at(-1) ?? null;
}

/** Writes steps of the proof as AWS has just confirmed them, and shows them on open pages. */
export async function note(tx: Tx, actor: Actor, input: OfGrant & { steps: readonly Step[] }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  const at = await tx.now();
  for (const { kind, detail } of input.steps) await insertStep(tx, grant, kind, at, detail);
  await announce(tx, { what: 'job', conversationId: grant.proposal.conversationId });
}

/** AWSDenyAll is attached. Whether it holds is looked at from `wakeAt` on, by the wall clock: AWS does not keep ours. */
export async function attached(
  tx: Tx,
  actor: Actor,
  input: OfGrant & { detail: Prisma.InputJsonObject; wakeAt: Date },
): Promise<void> {
  const { grantId, detail, wakeAt } = input;
  await note(tx, actor, { grantId, steps: [{ kind: 'deny_attached', detail }] });
  await enqueue(tx, proveGrant, { grantId }, { key: grantId, startAfter: wakeAt });
}

/** AWSDenyAll was listed on the role, after it had time to spread. */
export async function noteSeen(tx: Tx, actor: Actor, input: OfGrant): Promise<void> {
  await note(tx, actor, { ...input, steps: [{ kind: 'deny_seen', detail: { policy: 'AWSDenyAll' } }] });
  await updateGrant(tx, input.grantId, { seenAt: await tx.now() });
}

/**
 * Denied: the denial was listed after it had time to spread. Proven as well, where a call that was allowed before is refused
 * now; where none could show it, the row says why.
 */
export async function prove(tx: Tx, actor: Actor, input: OfGrant & Proof): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isEnding(grant.status)) return;
  const at = await tx.now();
  const { refused, unproven } = input;
  if (refused) await insertStep(tx, grant, 'session_refused', at, refused);
  if (unproven) await insertStep(tx, grant, 'not_provable', at, unproven);
  const heldUntil = heldUntilOf(grant.sessions, at);
  const proven = refused !== null && unproven === null;
  await moveGrant(tx, actor, grant, proven ? 'prove' : 'deny', at, {
    deniedAt: at,
    provenAt: proven ? at : null,
    heldUntil,
    lookDueAt: later(at, LOOK_MS.denied),
    problem: null,
  });
  if (heldUntil <= at) await enqueue(tx, deleteGrant, { grantId: grant.id }, { key: grant.id });
  tx.emit({ name: 'grant.denied', ...names(grant), proven, round: grant.round });
}

/** Gone, and proven: AWS answered NoSuchEntity. From whichever state the role was being ended. */
export async function gone(tx: Tx, actor: Actor, input: OfGrant & { steps: readonly Step[] }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  const event = (
    { revoking: 'vanish', connection_lost: 'vanish', denied: 'delete', denied_not_deleted: 'delete' } as const
  )[grant.status as string];
  if (!event) return;
  const at = await tx.now();
  for (const { kind, detail } of input.steps) await insertStep(tx, grant, kind, at, detail);
  await insertStep(tx, grant, 'gone', at, { call: 'iam:GetRole', answer: 'NoSuchEntity, twice' });
  await moveGrant(tx, actor, grant, event, at, { revokedAt: at, problem: null });
  tx.emit({ name: 'grant.revoked', ...names(grant) });
}

/** The role is denied but cannot be deleted: something was added to it that we may not remove. */
export async function stick(tx: Tx, actor: Actor, input: OfGrant & { problem: string }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isDenied(grant.status)) return;
  const startAfter = later(new Date(), STUCK_MINUTES * MINUTE);
  await enqueue(tx, deleteGrant, { grantId: grant.id }, { key: `${grant.id} again`, startAfter });
  if (isStuck(grant.status)) return;
  await moveGrant(tx, actor, grant, 'stick', await tx.now(), { problem: input.problem });
  tx.emit({ name: 'grant.stuck', ...names(grant) });
}

/** AWS does not let us in any more: nothing is known of the role, so nothing is claimed of it. */
export async function markConnectionLost(
  tx: Tx,
  actor: Actor,
  input: OfGrant & { problem: string },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (!['revoking', 'denied', 'denied_not_deleted'].includes(grant.status)) return;
  const { problem } = input;
  await moveGrant(tx, actor, grant, 'lose', await tx.now(), { problem });
  // The connection's own tests say what is wrong with it, and whether it is lost.
  const { connectionId } = grant;
  await enqueue(tx, checkConnection, { connectionId }, { key: connectionId });
  tx.emit({ name: 'grant.stuck', ...names(grant) });
}

/** Something is wrong that a person must hear of, while the work goes on. The same problem is told once. */
export async function alarm(tx: Tx, actor: Actor, input: OfGrant & { problem: string }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (grant.problem === input.problem) return;
  await updateGrant(tx, grant.id, { problem: input.problem });
  tx.emit({ name: 'grant.stuck', ...names(grant) });
}

async function moveGrant(
  tx: Tx,
  actor: Actor,
  grant: GrantRow,
  event: GrantEvent,
  at: Date,
  data: Record<string, unknown>,
): Promise<void> {
  await move(tx, GRANT, { id: grant.id, from: grant.status, event, actor, of: grant, at, data });
  const { customerId, companyId } = grant;
  await audit(tx, actor, at, {
    action: `grants.${event}`,
    object: 'grant',
    id: grant.id,
    customerId,
    companyId,
  });
}

function names(grant: GrantRow) {
  return { grantId: grant.id, proposalId: grant.proposalId, ...jobOf(grant) };
}
