import { externalIdOf } from '@/lib/access/connections/store';
import { isActive } from '@/lib/access/grants/lifecycle';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { canOpenSession } from '@/lib/access/grants/rules';
import {
  clearEndable,
  grantById,
  jobOf,
  lockedGrant,
  openGrantsOn,
  updateGrant,
} from '@/lib/access/grants/store';
import { stopsSessions, triedWithin, WAY_OUT } from '@/lib/access/grants/way-out';
import { certificationsOf, isEntitled } from '@/lib/access/standing/store';
import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { canRespond } from '@/lib/market/certifications/rules';
import type { Tx } from '@/lib/platform/db/transaction';

/** Where the way to end an access is to be tried before a session; null where it was, a moment ago. */
export async function toTryWayOut(tx: Tx, input: { grantId: string; personId: string }) {
  const grant = await grantById(tx, input.grantId);
  const at = await tx.now();
  const entitled = await isEntitled(tx, grant, input.personId);
  const certified = canRespond(await certificationsOf(tx, grant.expertId), at);
  insist(canOpenSession({ grant, proposal: grant.proposal, entitled, certified }, at));
  if (triedWithin(grant, WAY_OUT.againMs, at)) return null;
  const { externalId } = found(await externalIdOf(tx, grant.connectionId), 'connection');
  return {
    connectionId: grant.connectionId,
    accountId: grant.connection.awsAccountId,
    partition: grant.connection.partition,
    externalId,
    role: {
      name: grant.roleName,
      roleId: found(grant.roleId, 'role'),
      partition: grant.connection.partition,
    },
  };
}

/** The access can be ended and watched: its role was seen, the deny is allowed, and CloudTrail answers. */
export async function noteWayOut(tx: Tx, actor: Actor, input: { grantId: string }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.provision);
  const grant = await lockedGrant(tx, input.grantId);
  const over = stopsSessions(grant.problem);
  await updateGrant(tx, grant.id, { endableAt: await tx.now(), ...(over ? { problem: null } : {}) });
  if (over) tx.emit({ name: 'grant.restored', ...names(grant) });
}

/** The role is not as it was made: no session, and both sides are told, once. */
export async function cutOff(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; problem: string },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.provision);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isActive(grant.status) || grant.problem === input.problem) return;
  await updateGrant(tx, grant.id, { endableAt: null, problem: input.problem });
  tx.emit({ name: 'grant.cutOff', ...names(grant) });
}

/** A reaction: something was refused in the account, so nothing that was known of the ways to end access counts any more. */
export async function doubt(tx: Tx, _actor: Actor, input: { connectionId: string }): Promise<void> {
  await clearEndable(tx, input.connectionId);
}

/** A reaction: the account is lost. Nobody is given a session of any access to it, and both sides hear why. */
export async function tellLost(tx: Tx, _actor: Actor, input: { connectionId: string }): Promise<void> {
  await clearEndable(tx, input.connectionId);
  for (const id of await openGrantsOn(tx, input.connectionId))
    tx.emit({ name: 'grant.cutOff', ...names(await lockedGrant(tx, id)) });
}

/** A reaction: the account is there again, and with it the access to it. */
export async function tellFound(tx: Tx, _actor: Actor, input: { connectionId: string }): Promise<void> {
  for (const id of await openGrantsOn(tx, input.connectionId))
    tx.emit({ name: 'grant.restored', ...names(await lockedGrant(tx, id)) });
}

function names(grant: Awaited<ReturnType<typeof grantById>>) {
  return { grantId: grant.id, proposalId: grant.proposalId, ...jobOf(grant) };
}
