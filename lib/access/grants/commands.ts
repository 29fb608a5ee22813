import { certificationsOf, isEntitled, lockedCertifications } from '@/lib/access/standing/store';
import type { EventOf } from '@/lib/core/events';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { canRespond } from '@/lib/market/certifications/rules';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { denyGrant } from './jobs';
import { GRANT, isActive, isOpen, isProvisioning } from './lifecycle';
import { GRANT_COMMANDS } from './rights';
import { canOpenSession } from './rules';
import type { OpenSession, Purpose, Revoke } from './schema';
import {
  type GrantRow,
  grantById,
  insertStep,
  jobOf,
  lockedGrant,
  openGrantsOf,
  type RevokeScope,
  strayGrant,
} from './store';

type Cause =
  | 'final_payment'
  | 'proposal_ended'
  | 'person'
  | 'suspension'
  | 'connection'
  | 'changed'
  | 'end_time'
  | 'left'
  | 'certification';

/** A person ends the access. From this commit on no session is given; what AWS still has to be told, the broker does. */
export async function revoke(tx: Tx, actor: Actor, input: Revoke): Promise<{ grantId: string }> {
  const seen = await grantById(tx, input.grantId);
  authorise(actor, GRANT_COMMANDS.revoke, seen);
  await beginEnd(tx, actor, await lockedGrant(tx, seen.id), 'person');
  return { grantId: seen.id };
}

/** A reaction: ends every grant of a proposal, a company, a customer or a person. */
export async function revokeAll(
  tx: Tx,
  actor: Actor,
  input: RevokeScope & { cause: Exclude<Cause, 'person'> },
): Promise<void> {
  const { cause, ...scope } = input;
  for (const id of await openGrantsOf(tx, scope)) {
    const grant = await lockedGrant(tx, id);
    if (isOpen(grant.status)) await beginEnd(tx, actor, grant, cause);
  }
}

/** A reaction to an expert who has left a company: what they hold in it ends. */
export async function endOf(tx: Tx, actor: Actor, event: EventOf<'member.left'>): Promise<void> {
  const { personId, companyId } = event;
  if (companyId) await revokeAll(tx, actor, { personId, companyId, cause: 'left' });
}

/**
 * A reaction to a certification that lapsed or was taken back: an expert who could not ask for access any more keeps none.
 * The rule is the one by which it was asked for.
 */
export async function endUncertified(tx: Tx, actor: Actor, input: { expertId: string }): Promise<void> {
  const { expertId } = input;
  if (canRespond(await lockedCertifications(tx, expertId), await tx.now()) === null) return;
  await revokeAll(tx, actor, { expertId, cause: 'certification' });
}

/** What the clock does when the agreed time is over. */
export async function endInTime(tx: Tx, actor: Actor, input: { grantId: string }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (isOpen(grant.status) && grant.endsAt <= (await tx.now())) await beginEnd(tx, actor, grant, 'end_time');
}

/**
 * Ends one grant that should not be: its proposal is over, its expert has left or lost the certification, or somebody is
 * suspended. Each has its own reaction; what is found here is a mistake of ours that shall not last. False: there is none.
 */
export async function endStray(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const stray = await strayGrant(tx);
  if (!stray) return false;
  const { id, over, left, uncertified } = stray;
  const cause = over ? 'proposal_ended' : left ? 'left' : uncertified ? 'certification' : 'suspension';
  await beginEnd(tx, actor, await lockedGrant(tx, id), cause);
  return true;
}

/** The role could not be made as it must be, and may be there in part: it is torn down like one that was in force. */
export async function endFailedProvisioning(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; problem: string },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.provision);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isProvisioning(grant.status)) return;
  await beginEnd(tx, actor, grant, 'connection', { problem: input.problem });
}

/** A role in force is no longer the one that was given, so that nobody knows what it can do: it is torn down. */
export async function endChanged(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; problem: string },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isActive(grant.status)) return;
  await beginEnd(tx, actor, grant, 'changed', { problem: input.problem });
}

/** What the web may ask of the broker: decided here, and once more by the broker under the grant's lock. */
export async function openSession(
  tx: Tx,
  actor: Actor,
  input: OpenSession,
): Promise<{ grantId: string; personId: string; purpose: Purpose }> {
  const grant = await grantById(tx, input.grantId);
  authorise(actor, GRANT_COMMANDS.openSession, grant);
  const { personId } = personOf(actor);
  const at = await tx.now();
  const entitled = await isEntitled(tx, grant, personId);
  const certified = canRespond(await certificationsOf(tx, grant.expertId), at);
  insist(canOpenSession({ grant, proposal: grant.proposal, entitled, certified }, at));
  await audit(tx, actor, at, {
    action: 'grants.openSession',
    object: 'grant',
    id: grant.id,
    customerId: grant.customerId,
    companyId: grant.companyId,
    detail: { purpose: input.purpose },
  });
  return { grantId: grant.id, personId, purpose: input.purpose };
}

async function beginEnd(
  tx: Tx,
  actor: Actor,
  grant: GrantRow,
  cause: Cause,
  extra: { problem?: string } = {},
): Promise<void> {
  const at = await tx.now();
  const revokedBy = actor.kind === 'person' ? actor.personId : null;
  await move(tx, GRANT, {
    id: grant.id,
    from: grant.status,
    event: 'revoke',
    actor,
    of: grant,
    at,
    data: { revokeCause: cause, revokedBy, revokingAt: at, ...extra },
  });
  await insertStep(tx, grant, 'asked', at, { cause });
  await insertStep(tx, grant, 'sessions_stopped', at);
  await enqueue(tx, denyGrant, { grantId: grant.id }, { key: grant.id });
  const { customerId, companyId } = grant;
  await audit(tx, actor, at, {
    action: 'grants.revoke',
    object: 'grant',
    id: grant.id,
    customerId,
    companyId,
    detail: { cause },
  });
  tx.emit({ name: 'grant.revoking', grantId: grant.id, proposalId: grant.proposalId, ...jobOf(grant) });
}
