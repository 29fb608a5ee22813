import { insist } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { type Decided, decided, entry, idsOf } from './commands';
import { PROPOSAL } from './lifecycle';
import { PROPOSAL_COMMANDS } from './rights';
import { canComplete, canEnd } from './rules';
import type { Complete, End } from './schema';
import { awaitingOf, lockedProposal, proposalById } from './store';

type Proposal = Awaited<ReturnType<typeof lockedProposal>>;

/** The company says that the work is done and that it asks for nothing more. Access ends with it. */
export async function complete(tx: Tx, actor: Actor, input: Complete): Promise<Decided> {
  authorise(actor, PROPOSAL_COMMANDS.complete, await proposalById(tx, input.proposalId));
  const proposal = await lockedProposal(tx, input.proposalId);
  insist(canComplete({ ...proposal, awaitingMinor: await awaitingOf(tx, proposal.id) }));
  await close(tx, actor, proposal, 'complete');
  tx.emit({ name: 'proposal.completed', finalPayment: false, ...idsOf(proposal) });
  return decided(proposal);
}

/** The customer ends a job that is not to go on, and says why. What was approved is still owed. Access ends with it. */
export async function end(tx: Tx, actor: Actor, input: End): Promise<Decided> {
  authorise(actor, PROPOSAL_COMMANDS.end, await proposalById(tx, input.proposalId));
  const proposal = await lockedProposal(tx, input.proposalId);
  insist(canEnd({ ...proposal, awaitingMinor: await awaitingOf(tx, proposal.id) }));
  await close(tx, actor, proposal, 'end', { endReason: input.reason });
  tx.emit({ name: 'proposal.ended', ...idsOf(proposal) });
  return decided(proposal);
}

/** A reaction: the final payment was accepted, by a person or by the clock, so the proposal is complete. */
export async function conclude(tx: Tx, actor: Actor, input: { proposalId: string }): Promise<void> {
  const proposal = await lockedProposal(tx, input.proposalId);
  await close(tx, actor, proposal, 'conclude');
  tx.emit({ name: 'proposal.completed', finalPayment: true, ...idsOf(proposal) });
}

async function close(
  tx: Tx,
  actor: Actor,
  proposal: Proposal,
  event: 'complete' | 'conclude' | 'end',
  data: { endReason?: string } = {},
): Promise<void> {
  const at = await tx.now();
  await move(tx, PROPOSAL, {
    id: proposal.id,
    from: proposal.status,
    event,
    actor,
    of: proposal,
    at,
    data: { endedAt: at, ...data },
  });
  await audit(tx, actor, at, entry(`proposals.${event}`, proposal));
}
