import type { DomainEvent } from '@/lib/core/events';
import { isOver } from '@/lib/job/proposals/lifecycle';

import type { Tx } from '@/lib/platform/db/transaction';

/**
 * Whether the customer is asked for a review now, once for each job: when its final payment has succeeded; when either side
 * has closed a job that was paid for in part; when the first payment of a closed job succeeds afterwards.
 */
export async function invitesReview(tx: Tx, event: DomainEvent): Promise<boolean> {
  if (event.name === 'payment.succeeded') {
    if (event.final) return true;
    const { status } = await tx.db.proposal.findUniqueOrThrow({ where: { id: event.proposalId } });
    return isOver(status) && (await paidTimes(tx, event.proposalId)) === 1;
  }
  // Its final payment is charged next, and asks then.
  if (event.name === 'proposal.completed' && event.finalPayment) return false;
  if (event.name !== 'proposal.completed' && event.name !== 'proposal.ended') return false;
  return (await paidTimes(tx, event.proposalId)) > 0;
}

function paidTimes(tx: Tx, proposalId: string): Promise<number> {
  return tx.db.payment.count({ where: { proposalId, status: 'succeeded' } });
}
