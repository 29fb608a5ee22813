import { ACTIVITY_COMMANDS } from '@/lib/access/activity/rights';
import { checkConnection } from '@/lib/access/connections/jobs';
import { endChanged } from '@/lib/access/grants/commands';
import { lookAtGrant, proveGrant } from '@/lib/access/grants/jobs';
import { GRANT, isActive, isDenied } from '@/lib/access/grants/lifecycle';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';

import {
  type GrantRow,
  grantById,
  insertStep,
  jobOf,
  lockedGrant,
  updateGrant,
} from '@/lib/access/grants/store';
import { stopsSessions } from '@/lib/access/grants/way-out';
import { straysOf } from '@/lib/access/proofs/rules';
import { type Actor, authorise } from '@/lib/core/rights';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { boundaryArn } from '@/lib/policies/boundary';
import { denyAllArn, levelArn } from '@/lib/policies/levels';
import { underDeny, wasServed } from './rules';
import { claimDueLooks, insertIncidents, servedSince } from './store';

const BATCH = 100;

type OfGrant = { grantId: string };

/** The clock has what was said of grants looked at in AWS. Answers nought: a batch is never followed by another at once. */
export async function wakeLooks(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, GRANT_COMMANDS.teardown);
  for (const grantId of await claimDueLooks(tx, BATCH))
    await enqueue(tx, lookAtGrant, { grantId }, { key: grantId });
  return 0;
}

/** AWS has the role as the grant's state says, at this instant. */
export async function seen(tx: Tx, actor: Actor, input: OfGrant): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  await updateGrant(tx, input.grantId, { seenAt: await tx.now() });
}

/**
 * AWSDenyAll had been taken away, and is attached again: another denial begins, with a proof of its own. Nothing is
 * called denied until then.
 */
export async function attachedAgain(
  tx: Tx,
  actor: Actor,
  input: OfGrant & { detail: Prisma.InputJsonObject; wakeAt: Date },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  const at = await tx.now();
  const attached = grant.steps.findLast(({ kind }) => kind === 'deny_attached')?.at ?? at;
  const since = grant.seenAt && grant.seenAt > attached ? grant.seenAt : attached;
  const next = { id: grant.id, round: grant.round + 1 };
  const problem =
    'Someone removed AWSDenyAll from the role in AWS. We attached it again. Check the latest activity, and who can change roles in your account.';
  if (isDenied(grant.status))
    await move(tx, GRANT, {
      id: grant.id,
      from: grant.status,
      event: 'reopen',
      actor,
      of: grant,
      at,
      data: { round: next.round, deniedAt: null, provenAt: null, heldUntil: null, seenAt: null, problem },
    });
  else await updateGrant(tx, grant.id, { round: next.round, seenAt: null, problem });
  await insertStep(tx, next, 'deny_removed', at, { since: since.toISOString() });
  await insertStep(tx, next, 'deny_attached', at, input.detail);
  await keepIncident(tx, grant, next.round, { kind: 'deny_removed', since, until: at, at, detail: {} });
  await enqueue(
    tx,
    proveGrant,
    { grantId: grant.id },
    { key: `${grant.id} ${next.round}`, startAfter: input.wakeAt },
  );
}

/** What AWS has of a role in force, compared with what was given. A difference is told once; some end the access. */
export async function compare(
  tx: Tx,
  actor: Actor,
  input: OfGrant & { found: { roleId: string; boundary: string | null; policies: string[] } | null },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isActive(grant.status)) return;
  const { level, roleId, connection } = grant;
  const { awsAccountId, partition } = connection;
  const strays = straysOf(
    {
      levelArn: levelArn(level, partition),
      boundaryArn: boundaryArn(awsAccountId, partition),
      denyArn: denyAllArn(partition),
      roleId,
    },
    input.found,
  );
  const at = await tx.now();
  if (strays.length === 0) {
    // Why no session is given ends with the next trial of the way out, which tells both sides.
    const problem = stopsSessions(grant.problem) ? grant.problem : null;
    return updateGrant(tx, grant.id, { seenAt: at, problem });
  }
  const problem = strays.map(({ says }) => says).join(' ');
  if (problem !== grant.problem) {
    const since = grant.seenAt ?? grant.activeAt ?? at;
    const detail = { says: problem };
    await updateGrant(tx, grant.id, { problem });
    await keepIncident(tx, grant, grant.round, { kind: 'role_changed', since, until: null, at, detail });
  }
  if (strays.some(({ ends }) => ends)) await endChanged(tx, actor, { grantId: grant.id, problem });
}

/** AWS lets us look at nothing: the connection's own tests say whether it is lost, and what that means for its grants. */
export async function blind(tx: Tx, actor: Actor, input: OfGrant): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const { connectionId } = await lockedGrant(tx, input.grantId);
  await enqueue(tx, checkConnection, { connectionId }, { key: connectionId });
}

type Incident = {
  kind: 'deny_removed' | 'role_changed';
  since: Date;
  until: Date | null;
  at: Date;
  detail: Prisma.InputJsonObject;
};

/** Keeps that AWS was otherwise than it was said to be, and tells both sides. */
export async function keepIncident(
  tx: Tx,
  grant: GrantRow,
  round: number,
  incident: Incident,
): Promise<void> {
  const row = { ...incident, grantId: grant.id, round, key: incident.at.toISOString() };
  const { firstId } = await insertIncidents(tx, [row]);
  if (firstId) tell(tx, grant, firstId);
}

/**
 * A reaction to what was read in CloudTrail: whatever was done after the access was called denied, and was not refused, is
 * kept, told, and followed by a look at the role at once.
 */
export async function judge(
  tx: Tx,
  actor: Actor,
  input: { grantId: string },
  propagationMs: number,
): Promise<void> {
  authorise(actor, ACTIVITY_COMMANDS.record);
  const grant = await grantById(tx, input.grantId);
  const said = grant.steps.filter(({ kind }) => kind === 'session_refused' || kind === 'not_provable');
  if (said.length === 0) return;
  const since = new Date(Math.min(...said.map((step) => +step.at)));
  const events = await servedSince(tx, grant.id, since);
  const acted = events.filter((event) => wasServed(event) && underDeny(event.at, grant.steps, propagationMs));
  if (acted.length === 0) return;
  const at = await tx.now();
  const { firstId } = await insertIncidents(
    tx,
    acted.map(({ eventId: key, at: since, name, source, region }) => ({
      grantId: grant.id,
      kind: 'acted_after_deny' as const,
      round: grant.round,
      key,
      since,
      until: null,
      at,
      detail: { name, source, region },
    })),
  );
  await updateGrant(tx, grant.id, { lookDueAt: at });
  if (firstId) tell(tx, grant, firstId);
}

function tell(tx: Tx, grant: GrantRow, incidentId: string): void {
  const { id: grantId, proposalId } = grant;
  tx.emit({ name: 'grant.incident', incidentId, grantId, proposalId, ...jobOf(grant) });
}
