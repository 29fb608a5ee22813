import { externalIdOf } from '@/lib/access/connections/store';
import { deleteGrant, denyGrant, provisionGrant } from '@/lib/access/grants/jobs';
import { GRANT, isProvisioning } from '@/lib/access/grants/lifecycle';
import { GRANT_COMMANDS } from '@/lib/access/grants/rights';
import { trustEndOf } from '@/lib/access/grants/rules';
import {
  type GrantRow,
  grantsIn,
  jobOf,
  lockedGrant,
  reachableAgain,
  updateGrant,
} from '@/lib/access/grants/store';
import { found } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';

/** What the broker needs to make the role; null where the grant has begun to end, or is made already. */
export async function beginProvisioning(tx: Tx, actor: Actor, input: { grantId: string }) {
  authorise(actor, GRANT_COMMANDS.provision);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isProvisioning(grant.status)) return null;
  const { externalId } = found(await externalIdOf(tx, grant.connectionId), 'connection');
  return {
    grantId: grant.id,
    connectionId: grant.connectionId,
    roleName: grant.roleName,
    level: grant.level,
    notAfter: trustEndOf(grant.endsAt),
    accountId: grant.connection.awsAccountId,
    partition: grant.connection.partition,
    externalId,
  };
}

/** The role stands. One that began to end meanwhile does not become active: what ends it is waiting already. */
export async function finishProvisioning(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; roleArn: string; roleId: string },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.provision);
  const grant = await lockedGrant(tx, input.grantId);
  const { roleArn, roleId } = input;
  await updateGrant(tx, grant.id, { roleArn, roleId });
  if (!isProvisioning(grant.status)) return;
  const at = await tx.now();
  await move(tx, GRANT, {
    id: grant.id,
    from: grant.status,
    event: 'provision',
    actor,
    of: grant,
    at,
    data: { activeAt: at },
  });
  tx.emit({ name: 'grant.active', ...names(grant) });
}

/** The role could not be made, and AWS has said that it is not there. */
export async function failProvisioning(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; problem: string },
): Promise<void> {
  authorise(actor, GRANT_COMMANDS.provision);
  const grant = await lockedGrant(tx, input.grantId);
  if (!isProvisioning(grant.status)) return;
  await move(tx, GRANT, {
    id: grant.id,
    from: grant.status,
    event: 'fail',
    actor,
    of: grant,
    at: await tx.now(),
    data: { problem: input.problem },
  });
  tx.emit({ name: 'grant.failed', ...names(grant) });
}

function names(grant: GrantRow) {
  return { grantId: grant.id, proposalId: grant.proposalId, ...jobOf(grant) };
}

const BATCH = 100;

/** What the clock does when the last session has expired: the broker is to delete the role. Its answer moves the grant on. */
export async function wakeDeletion(tx: Tx, actor: Actor, input: { grantId: string }): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  await enqueue(tx, deleteGrant, input, { key: input.grantId });
}

/** Grants whose connection was lost, and verified again since: their end can be proven now. */
export async function wakeLost(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, GRANT_COMMANDS.teardown);
  for (const grantId of await reachableAgain(tx, BATCH))
    await enqueue(tx, denyGrant, { grantId }, { key: grantId });
  return 0;
}

/** When a broker starts: whatever another one left in the middle is taken up now, not when its lease runs out. */
export async function wakeAll(tx: Tx, actor: Actor): Promise<void> {
  authorise(actor, GRANT_COMMANDS.teardown);
  const wake = async (status: Parameters<typeof grantsIn>[1], job: typeof denyGrant) => {
    for (const grantId of await grantsIn(tx, status)) await enqueue(tx, job, { grantId }, { key: grantId });
  };
  await wake('provisioning', provisionGrant);
  await wake('revoking', denyGrant);
  await wake('denied_not_deleted', deleteGrant);
}
