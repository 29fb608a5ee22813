import { type Actor, authorise } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { deleteGrant, denyGrant, provisionGrant } from './jobs';
import { dueToDelete, grantsIn, reachableAgain } from './store';

const BATCH = 100;

/**
 * Roles whose last session has expired. The job moves them on, so each is woken once a while only: a batch is never
 * followed by another in the same round.
 */
export async function wakeDeletions(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, 'grants.teardown');
  for (const grantId of await dueToDelete(tx, BATCH))
    await enqueue(tx, deleteGrant, { grantId }, { key: grantId });
  return 0;
}

/** Grants whose connection was lost, and verified again since: their end can be proven now. */
export async function wakeLost(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, 'grants.teardown');
  for (const grantId of await reachableAgain(tx, BATCH))
    await enqueue(tx, denyGrant, { grantId }, { key: grantId });
  return 0;
}

/** When a broker starts: whatever another one left in the middle is taken up now, not when its lease runs out. */
export async function wakeAll(tx: Tx, actor: Actor): Promise<void> {
  authorise(actor, 'grants.teardown');
  const wake = async (status: Parameters<typeof grantsIn>[1], job: typeof denyGrant) => {
    for (const grantId of await grantsIn(tx, status)) await enqueue(tx, job, { grantId }, { key: grantId });
  };
  await wake('provisioning', provisionGrant);
  await wake('revoking', denyGrant);
  await wake('denied_not_deleted', deleteGrant);
}
