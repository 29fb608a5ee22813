import { randomBytes } from 'node:crypto';
import { provisionGrant } from '@/lib/access/grants/jobs';
import { GRANT } from '@/lib/access/grants/lifecycle';
import { endOf } from '@/lib/access/grants/rules';
import { earlierGrant, insertGrant, jobOf } from '@/lib/access/grants/store';
import { isSuspended, lockedCertifications, profileOf } from '@/lib/access/standing/store';
import type { EventOf } from '@/lib/core/events';
import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canRespond } from '@/lib/market/certifications/rules';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { roleName } from '@/lib/policies/trust';
import { PERMISSION_REQUEST, type PermissionRequestEvent } from './lifecycle';
import { PERMISSION_REQUEST_COMMANDS } from './rights';
import { canAccept, canRequest } from './rules';
import type { Accept, AskFor, Decline, Withdraw } from './schema';
import {
  connectionById,
  insertPermissionRequest,
  openPermissionRequestsOf,
  openPermissionRequestsOfMember,
  permissionRequestById,
  proposalById,
} from './store';

/** An expert asks to be let in at one of AWS's nine levels. Access is personal: it is asked for oneself. */
export async function request(tx: Tx, actor: Actor, input: AskFor): Promise<{ permissionRequestId: string }> {
  const seen = await proposalById(tx, input.proposalId);
  authorise(actor, PERMISSION_REQUEST_COMMANDS.request, seen);
  const { personId } = personOf(actor);
  await lock(tx, 'proposal', seen.id);
  const proposal = await proposalById(tx, seen.id);
  const profile = await profileOf(tx, personId, proposal.companyId);
  if (!profile)
    throw new Refusal(
      no('forbidden', 'Only an expert with a profile can request access, and only for themselves.'),
    );
  const at = await tx.now();
  const open = await openPermissionRequestsOf(tx, { proposalId: proposal.id, expertId: profile.id });
  insist(
    canRequest({
      proposal,
      certified: canRespond(profile.certifications, at),
      openAlready: open.length > 0,
    }),
  );
  const { level, reason } = input;
  const row = await insertPermissionRequest(tx, {
    proposalId: proposal.id,
    expertId: profile.id,
    level,
    reason,
    requestedBy: personId,
    requestedAt: at,
  });
  await begin(tx, PERMISSION_REQUEST, { id: row.id, actor, at });
  const { customerId, companyId } = proposal;
  await audit(tx, actor, at, {
    action: 'grants.request',
    object: 'permission_request',
    id: row.id,
    customerId,
    companyId,
    detail: { level },
  });
  tx.emit({
    name: 'permission.requested',
    permissionRequestId: row.id,
    proposalId: proposal.id,
    ...jobOf({ customerId, companyId, proposal }),
  });
  return { permissionRequestId: row.id };
}

/** Lets the expert in: the role is made by the broker, as soon as this commits. */
export async function accept(tx: Tx, actor: Actor, input: Accept): Promise<{ grantId: string }> {
  const seen = await permissionRequestById(tx, input.permissionRequestId);
  const { customerId, companyId } = seen.proposal;
  authorise(actor, PERMISSION_REQUEST_COMMANDS.accept, { customerId, companyId });
  const { personId } = personOf(actor);
  await lock(tx, 'connection', input.connectionId);
  await lock(tx, 'proposal', seen.proposalId);
  // Two customers, or two connections, of one account: the expert's row is what they have in common.
  const certifications = await lockedCertifications(tx, seen.expertId);
  await lock(tx, 'permission_request', seen.id);
  const asked = await permissionRequestById(tx, seen.id);
  const { proposal, proposalId, expertId } = asked;
  const connection = await connectionById(tx, input.connectionId);
  const at = await tx.now();
  insist(
    canAccept({
      request: asked,
      proposal,
      connection,
      certified: canRespond(certifications, at),
      companySuspended: await isSuspended(tx, companyId),
      earlier: await earlierGrant(tx, { expertId, awsAccountId: connection.awsAccountId }),
    }),
  );
  await move(tx, PERMISSION_REQUEST, {
    id: asked.id,
    from: asked.status,
    event: 'accept',
    actor,
    of: proposal,
    at,
    data: { decidedBy: personId, decidedAt: at, connectionId: connection.id },
  });
  const endsAt = endOf(at, input.endsInDays);
  const grant = await insertGrant(tx, {
    permissionRequestId: asked.id,
    proposalId,
    connectionId: connection.id,
    expertId,
    customerId,
    companyId,
    awsAccountId: connection.awsAccountId,
    level: asked.level,
    roleName: roleName(randomBytes(16)),
    createdAt: at,
    endsAt,
  });
  await begin(tx, GRANT, { id: grant.id, actor, at });
  await enqueue(tx, provisionGrant, { grantId: grant.id }, { key: grant.id });
  await audit(tx, actor, at, {
    action: 'grants.accept',
    object: 'grant',
    id: grant.id,
    customerId,
    companyId,
    detail: { level: asked.level, connectionId: connection.id, endsAt: endsAt.toISOString() },
  });
  tx.emit({
    name: 'permission.accepted',
    permissionRequestId: asked.id,
    grantId: grant.id,
    proposalId,
    ...jobOf({ customerId, companyId, proposal }),
  });
  return { grantId: grant.id };
}

export async function decline(
  tx: Tx,
  actor: Actor,
  input: Decline,
): Promise<{ permissionRequestId: string; conversationId: string }> {
  const seen = await permissionRequestById(tx, input.permissionRequestId);
  authorise(actor, PERMISSION_REQUEST_COMMANDS.decline, seen.proposal);
  const { personId } = personOf(actor);
  await close(tx, actor, seen.id, 'decline', { decidedBy: personId, declineReason: input.reason || null });
  return { permissionRequestId: seen.id, conversationId: seen.proposal.conversationId };
}

export async function withdraw(
  tx: Tx,
  actor: Actor,
  input: Withdraw,
): Promise<{ permissionRequestId: string; conversationId: string }> {
  const seen = await permissionRequestById(tx, input.permissionRequestId);
  authorise(actor, PERMISSION_REQUEST_COMMANDS.withdraw, seen.proposal);
  await close(tx, actor, seen.id, 'withdraw', { decidedBy: personOf(actor).personId });
  return { permissionRequestId: seen.id, conversationId: seen.proposal.conversationId };
}

/** Ends a permission request without a grant. */
async function close(
  tx: Tx,
  actor: Actor,
  id: string,
  event: Exclude<PermissionRequestEvent, 'accept'>,
  data: { decidedBy: string | null; declineReason?: string | null },
): Promise<void> {
  await lock(tx, 'permission_request', id);
  const { proposal, ...asked } = await permissionRequestById(tx, id);
  const at = await tx.now();
  await move(tx, PERMISSION_REQUEST, {
    id,
    from: asked.status,
    event,
    actor,
    of: proposal,
    at,
    data: { ...data, decidedAt: at },
  });
  const { customerId, companyId } = proposal;
  await audit(tx, actor, at, {
    action: `grants.${event}`,
    object: 'permission_request',
    id,
    customerId,
    companyId,
  });
  tx.emit({
    name: event === 'decline' ? 'permission.declined' : 'permission.withdrawn',
    permissionRequestId: id,
    proposalId: proposal.id,
    ...jobOf({ customerId, companyId, proposal }),
  });
}

/** A reaction: the proposal is over, so its open permission requests are withdrawn. */
export async function dropOfProposal(tx: Tx, actor: Actor, input: { proposalId: string }): Promise<void> {
  await dropAll(tx, actor, await openPermissionRequestsOf(tx, input));
}

/** A reaction to an expert who has left a company: what they asked for in it is withdrawn. */
export async function dropOfMember(tx: Tx, actor: Actor, event: EventOf<'member.left'>): Promise<void> {
  const { personId, companyId } = event;
  if (companyId) await dropAll(tx, actor, await openPermissionRequestsOfMember(tx, { personId, companyId }));
}

/** A reaction to a certification that lapsed or was taken back: who could not ask any more, does not ask on. */
export async function dropUncertified(tx: Tx, actor: Actor, input: { expertId: string }): Promise<void> {
  const { expertId } = input;
  if (canRespond(await lockedCertifications(tx, expertId), await tx.now()) === null) return;
  await dropAll(tx, actor, await openPermissionRequestsOf(tx, { expertId }));
}

async function dropAll(tx: Tx, actor: Actor, requests: readonly { id: string }[]): Promise<void> {
  for (const { id } of requests) await close(tx, actor, id, 'drop', { decidedBy: null });
}
