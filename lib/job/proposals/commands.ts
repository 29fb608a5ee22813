import { createHash } from 'node:crypto';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { isStanding } from '@/lib/market/responses/lifecycle';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { PROPOSAL } from './lifecycle';
import { PROPOSAL_COMMANDS } from './rights';
import {
  CURRENCY,
  canAccept,
  canComplete,
  canDecide,
  canEnd,
  canonicalText,
  canPropose,
  maximumOf,
} from './rules';
import type { Accept, Complete, Decline, End, Propose, Withdraw } from './schema';
import {
  awaitingOf,
  conversationFor,
  countIn,
  hasMethod,
  insertProposal,
  isClosed,
  lockedProposal,
  nextOfClosed,
  proposalById,
} from './store';

type Proposal = Awaited<ReturnType<typeof lockedProposal>>;
export type Decided = { proposalId: string; conversationId: string };

/** Sends a proposal to the customer. Its text and its fee are fixed from here on. */
export async function propose(tx: Tx, actor: Actor, input: Propose): Promise<Decided> {
  const { customerId, companyId } = await conversationFor(tx, input.conversationId);
  authorise(actor, PROPOSAL_COMMANDS.propose, { customerId, companyId });
  await lock(tx, 'conversation', input.conversationId);
  const conversation = await conversationFor(tx, input.conversationId);
  const at = await tx.now();
  const open = await countIn(tx, conversation.id, 'proposed');
  insist(canPropose({ open, responseOpen: isStanding(conversation.response.status) }));
  const terms = {
    ...input,
    customerId,
    companyId,
    expertId: conversation.expertId,
    type: 'milestone' as const,
    currency: CURRENCY,
    feeBasisPoints: env.FEE_BASIS_POINTS,
  };
  const textHash = createHash('sha256').update(canonicalText(terms)).digest('hex');
  const maximumMinor = maximumOf(input.milestones);
  const { personId } = personOf(actor);
  const { id } = await insertProposal(tx, {
    ...terms,
    maximumMinor,
    textHash,
    createdBy: personId,
    createdAt: at,
  });
  await begin(tx, PROPOSAL, { id, actor, at });
  await audit(tx, actor, at, {
    ...entry('proposals.propose', { id, customerId, companyId }),
    detail: { maximum: maximumMinor.toString(), currency: CURRENCY, textHash },
  });
  tx.emit({
    name: 'proposal.proposed',
    proposalId: id,
    conversationId: conversation.id,
    customerId,
    companyId,
  });
  return { proposalId: id, conversationId: conversation.id };
}

/** Accepts the text whose hash was on the page, and keeps that hash as what was agreed. */
export async function accept(tx: Tx, actor: Actor, input: Accept): Promise<Decided> {
  const seen = await proposalById(tx, input.proposalId);
  const { maximumMinor: minor, currency } = seen;
  authorise(actor, PROPOSAL_COMMANDS.accept, seen, { minor, currency, emailBelow: env.STEP_UP_EMAIL_LIMIT });
  const proposal = await lockedProposal(tx, input.proposalId);
  const at = await tx.now();
  insist(
    canAccept({
      status: proposal.status,
      textHash: proposal.textHash,
      hash: input.textHash,
      hasMethod: await hasMethod(tx, proposal.customerId),
      otherAccepted: (await countIn(tx, proposal.conversationId, 'accepted')) > 0,
      closed: await isClosed(tx, proposal.companyId),
    }),
  );
  await move(tx, PROPOSAL, {
    id: proposal.id,
    from: proposal.status,
    event: 'accept',
    actor,
    of: proposal,
    at,
    data: { acceptedHash: input.textHash, acceptedBy: personOf(actor).personId, acceptedAt: at },
  });
  await audit(tx, actor, at, {
    ...entry('proposals.accept', proposal),
    detail: {
      maximum: proposal.maximumMinor.toString(),
      currency: proposal.currency,
      textHash: input.textHash,
    },
  });
  tx.emit({ name: 'proposal.accepted', ...idsOf(proposal) });
  return decided(proposal);
}

export async function decline(tx: Tx, actor: Actor, input: Decline): Promise<Decided> {
  authorise(actor, PROPOSAL_COMMANDS.decline, await proposalById(tx, input.proposalId));
  const proposal = await lockedProposal(tx, input.proposalId);
  const at = await tx.now();
  insist(canDecide(proposal.status));
  await move(tx, PROPOSAL, {
    id: proposal.id,
    from: proposal.status,
    event: 'decline',
    actor,
    of: proposal,
    at,
    data: { endedAt: at, declineReason: input.reason || null },
  });
  await audit(tx, actor, at, entry('proposals.decline', proposal));
  tx.emit({ name: 'proposal.declined', ...idsOf(proposal) });
  return decided(proposal);
}

export async function withdraw(tx: Tx, actor: Actor, input: Withdraw): Promise<Decided> {
  authorise(actor, PROPOSAL_COMMANDS.withdraw, await proposalById(tx, input.proposalId));
  const proposal = await lockedProposal(tx, input.proposalId);
  const at = await tx.now();
  insist(canDecide(proposal.status));
  await move(tx, PROPOSAL, {
    id: proposal.id,
    from: proposal.status,
    event: 'withdraw',
    actor,
    of: proposal,
    at,
    data: { endedAt: at },
  });
  await audit(tx, actor, at, entry('proposals.withdraw', proposal));
  tx.emit({ name: 'proposal.withdrawn', ...idsOf(proposal) });
  return decided(proposal);
}

/** Takes back one proposal of a company that has closed. False: there is none left. */
export async function withdrawOfClosed(tx: Tx, actor: Actor): Promise<boolean> {
  const proposalId = await nextOfClosed(tx);
  if (!proposalId) return false;
  await withdraw(tx, actor, { proposalId });
  return true;
}

export type Row = { id: string; conversationId: string; customerId: string; companyId: string };

function idsOf({ id, conversationId, customerId, companyId }: Row) {
  return { proposalId: id, conversationId, customerId, companyId };
}

function decided({ id, conversationId }: Row): Decided {
  return { proposalId: id, conversationId };
}

function entry(action: string, { id, customerId, companyId }: Omit<Row, 'conversationId'>) {
  return { action, object: 'proposal', id, customerId, companyId };
}

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
