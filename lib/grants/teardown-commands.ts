import { audit } from '@/lib/audit/store';
import { checkConnection } from '@/lib/connections/jobs';
import { type Actor, authorise } from '@/lib/core/rights';
import { move } from '@/lib/db/move';
import type { Tx } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { announce } from '@/lib/realtime/announce';
import { deleteGrant, proveGrant } from './jobs';
import { GRANT, type GrantEvent, heldUntilOf, trustEndOf } from './rules';
import type { StepKind } from './schema';
import { type GrantRow, grantById, jobOf, keepStep, lockedGrant, saveGrant, wayIn } from './store';

/** How long until a role that could not be deleted is looked at again: the customer may have cleared it meanwhile. */
const AGAIN_MS = 15 * 60_000;

type OfGrant = { grantId: string };
export type StepDetail = Record<string, string | number | boolean | null>;
export type Step = { kind: StepKind; detail?: StepDetail };

/** What the broker knows when it takes up ending a grant, however often it is interrupted. */
export async function toTearDown(tx: Tx, actor: Actor, input: OfGrant) {
  authorise(actor, 'grants.teardown');
  const grant = await grantById(tx, input.grantId);
  const way = await wayIn(tx, grant.connectionId);
  const at = await tx.now();
  return {
    grantId: grant.id,
    status: grant.status,
    roleName: grant.roleName,
    roleArn: grant.roleArn,
    roleId: grant.roleId,
    accountId: grant.connection.awsAccountId,
    partition: grant.connection.partition,
    externalId: way?.externalId ?? '',
    denyAttachedAt: grant.steps.find((step) => step.kind === 'deny_attached')?.at ?? null,
    heldUntil: heldUntilOf(grant.sessions, at),
    /** Whether no session can be alive and AWS gives no new one: by time alone. */
    outlived: heldUntilOf(grant.sessions, at) <= at && trustEndOf(grant.endsAt) <= at,
    at,
  };
}
export type TearDown = Awaited<ReturnType<typeof toTearDown>>;

/** Writes steps of the proof as AWS has just confirmed them, and shows them on open pages. */
export async function note(tx: Tx, actor: Actor, input: OfGrant & { steps: readonly Step[] }): Promise<void> {
  authorise(actor, 'grants.teardown');
  const grant = await lockedGrant(tx, input.grantId);
  const at = await tx.now();
  for (const { kind, detail } of input.steps) await keepStep(tx, grant.id, kind, at, detail);
  await announce(tx, { what: 'job', conversationId: grant.proposal.conversationId });
}

/** AWSDenyAll is attached. Whether it holds is looked at from `wakeAt` on, by the wall clock: AWS does not keep ours. */
export async function attached(
  tx: Tx,
  actor: Actor,
  input: OfGrant & { detail: StepDetail; wakeAt: Date },
): Promise<void> {
  const { grantId, detail, wakeAt } = input;
  await note(tx, actor, { grantId, steps: [{ kind: 'deny_attached', detail }] });
  await enqueue(tx, proveGrant, { grantId }, { key: grantId, startAfter: wakeAt });
}

/** Denied, and proven: the denial was listed after it had time to spread, and a session of the broker's own was refused. */
export async function prove(tx: Tx, actor: Actor, input: OfGrant & { refused: StepDetail }): Promise<void> {
  authorise(actor, 'grants.teardown');
  const grant = await lockedGrant(tx, input.grantId);
  if (grant.status !== 'revoking' && grant.status !== 'connection_lost') return;
  const at = await tx.now();
  await keepStep(tx, grant.id, 'deny_seen', at, { policy: 'AWSDenyAll' });
  await keepStep(tx, grant.id, 'session_refused', at, input.refused);
  const heldUntil = heldUntilOf(grant.sessions, at);
  await moveGrant(tx, actor, grant, 'prove', at, { deniedAt: at, heldUntil, problem: null });
  if (heldUntil <= at) await enqueue(tx, deleteGrant, input, { key: grant.id });
  tx.emit({ name: 'grant.denied', ...names(grant) });
}

/** Gone, and proven: AWS answered NoSuchEntity. From whichever state the role was being ended. */
export async function gone(tx: Tx, actor: Actor, input: OfGrant & { steps: readonly Step[] }): Promise<void> {
  authorise(actor, 'grants.teardown');
  const grant = await lockedGrant(tx, input.grantId);
  const event = (
    { revoking: 'vanish', connection_lost: 'vanish', denied: 'delete', denied_not_deleted: 'delete' } as const
  )[grant.status as string];
  if (!event) return;
  const at = await tx.now();
  for (const { kind, detail } of input.steps) await keepStep(tx, grant.id, kind, at, detail);
  await keepStep(tx, grant.id, 'gone', at, { call: 'iam:GetRole', answer: 'NoSuchEntity' });
  await moveGrant(tx, actor, grant, event, at, { revokedAt: at, problem: null });
  tx.emit({ name: 'grant.revoked', ...names(grant) });
}

/** The role is denied but cannot be deleted: something was added to it that we may not remove. */
export async function stick(tx: Tx, actor: Actor, input: OfGrant & { problem: string }): Promise<void> {
  authorise(actor, 'grants.teardown');
  const grant = await lockedGrant(tx, input.grantId);
  if (grant.status !== 'denied' && grant.status !== 'denied_not_deleted') return;
  const startAfter = new Date(Date.now() + AGAIN_MS);
  await enqueue(tx, deleteGrant, { grantId: grant.id }, { key: `${grant.id} again`, startAfter });
  if (grant.status !== 'denied') return;
  await moveGrant(tx, actor, grant, 'stick', await tx.now(), { problem: input.problem });
  tx.emit({ name: 'grant.stuck', ...names(grant) });
}

/** AWS does not let us in any more: nothing is known of the role, so nothing is claimed of it. */
export async function lose(tx: Tx, actor: Actor, input: OfGrant & { problem: string }): Promise<void> {
  authorise(actor, 'grants.teardown');
  const grant = await lockedGrant(tx, input.grantId);
  if (grant.status !== 'revoking' && grant.status !== 'denied') return;
  const { problem } = input;
  await moveGrant(tx, actor, grant, 'lose', await tx.now(), { problem });
  // The connection's own tests say what is wrong with it, and whether it is lost.
  const { connectionId } = grant;
  await enqueue(tx, checkConnection, { connectionId }, { key: connectionId });
  tx.emit({ name: 'grant.stuck', ...names(grant) });
}

/** Something is wrong that a person must hear of, while the work goes on. The same problem is told once. */
export async function alarm(tx: Tx, actor: Actor, input: OfGrant & { problem: string }): Promise<void> {
  authorise(actor, 'grants.teardown');
  const grant = await lockedGrant(tx, input.grantId);
  if (grant.problem === input.problem) return;
  await saveGrant(tx, grant.id, { problem: input.problem });
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
  await move(tx, tx.db.grant, GRANT, { id: grant.id, from: grant.status, event, actor, at, data });
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
