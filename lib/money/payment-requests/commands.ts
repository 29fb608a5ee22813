import { found, insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { open as openPayment } from '@/lib/money/payments/commands';
import { statesOf } from '@/lib/money/payments/store';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { PAYMENT_REQUEST } from './lifecycle';
import { PAYMENT_REQUEST_COMMANDS } from './rights';
import { autoApproveAt, canDecide, canRequest, canRetry, isDue, isFinal, remainingOf } from './rules';
import type { DeclinePayment, OfPaymentRequest, RequestPayment } from './schema';
import {
  askedOf,
  insertPaymentRequest,
  lockedPaymentRequest,
  paymentRequestById,
  proposalFor,
} from './store';

export type OfJob = { paymentRequestId: string; conversationId: string };
type Request = Awaited<ReturnType<typeof paymentRequestById>>;

/** What is moved by a yes. An amount never changes once it was asked for, so it may be read before the lock. */
function commits({ amountMinor, currency }: Request) {
  return { minor: amountMinor, currency, emailBelow: env.STEP_UP_EMAIL_LIMIT };
}

/** Asks the customer for money: for a milestone, or for an amount of what remains. */
export async function request(tx: Tx, actor: Actor, input: RequestPayment): Promise<OfJob> {
  authorise(actor, PAYMENT_REQUEST_COMMANDS.request, await proposalFor(tx, input.proposalId));
  await lock(tx, 'proposal', input.proposalId);
  const proposal = await proposalFor(tx, input.proposalId);
  const at = await tx.now();
  const milestone = input.milestoneId
    ? found(
        proposal.milestones.find(({ id }) => id === input.milestoneId),
        'milestone',
      )
    : null;
  const amountMinor = milestone?.amountMinor ?? input.amountMinor ?? 0n;
  const { id: proposalId, conversationId, customerId, companyId, currency, maximumMinor } = proposal;
  const asked = await askedOf(tx, proposalId);
  const remaining = remainingOf(maximumMinor, asked);
  const milestoneId = milestone?.id ?? null;
  const final = isFinal({ marked: input.final, amountMinor, remaining });
  insist(
    canRequest({ proposal: proposal.status, currency, maximumMinor, asked, amountMinor, milestoneId, final }),
  );
  const { id } = await insertPaymentRequest(
    tx,
    {
      proposalId,
      milestoneId,
      amountMinor,
      currency,
      note: input.note,
      final,
      requestedBy: personOf(actor).personId,
      requestedAt: at,
      autoApproveAt: autoApproveAt(at),
    },
    remaining,
  );
  await begin(tx, PAYMENT_REQUEST, { id, actor, at });
  await audit(tx, actor, at, {
    action: 'payments.request',
    object: 'payment_request',
    id,
    customerId,
    companyId,
    detail: { amount: amountMinor.toString(), currency, final },
  });
  tx.emit({
    name: 'payment.requested',
    paymentRequestId: id,
    proposalId,
    conversationId,
    customerId,
    companyId,
  });
  return { paymentRequestId: id, conversationId };
}

/** Approves: from here on the payment is final. The charge itself is a later fact. */
export async function approve(tx: Tx, actor: Actor, input: OfPaymentRequest): Promise<OfJob> {
  const before = await paymentRequestById(tx, input.paymentRequestId);
  authorise(actor, PAYMENT_REQUEST_COMMANDS.approve, before.proposal, commits(before));
  const of = await lockedPaymentRequest(tx, before);
  const at = await tx.now();
  insist(canDecide(of.status));
  await settleRequest(tx, actor, of, 'approve', at, { decidedBy: personOf(actor).personId });
  await pay(tx, actor, of, at);
  tx.emit({ name: 'payment.approved', final: of.final, byClock: false, ...idsOf(of) });
  return ofJob(of);
}

/** What the clock does on the 10th day. False where a person was quicker, or it is not due. */
export async function autoApprove(tx: Tx, actor: Actor, input: OfPaymentRequest): Promise<boolean> {
  const before = await paymentRequestById(tx, input.paymentRequestId);
  authorise(actor, PAYMENT_REQUEST_COMMANDS.autoApprove, before.proposal);
  const of = await lockedPaymentRequest(tx, before);
  const at = await tx.now();
  if (!isDue(of, at)) return false;
  await settleRequest(tx, actor, of, 'autoApprove', at, {});
  await pay(tx, actor, of, at);
  tx.emit({ name: 'payment.approved', final: of.final, byClock: true, ...idsOf(of) });
  return true;
}

export async function decline(tx: Tx, actor: Actor, input: DeclinePayment): Promise<OfJob> {
  const before = await paymentRequestById(tx, input.paymentRequestId);
  authorise(actor, PAYMENT_REQUEST_COMMANDS.decline, before.proposal);
  const of = await lockedPaymentRequest(tx, before);
  const at = await tx.now();
  insist(canDecide(of.status));
  const { personId } = personOf(actor);
  await settleRequest(tx, actor, of, 'decline', at, { decidedBy: personId, declineReason: input.reason });
  tx.emit({ name: 'payment.declined', ...idsOf(of) });
  return ofJob(of);
}

export async function withdraw(tx: Tx, actor: Actor, input: OfPaymentRequest): Promise<OfJob> {
  const before = await paymentRequestById(tx, input.paymentRequestId);
  authorise(actor, PAYMENT_REQUEST_COMMANDS.withdraw, before.proposal);
  const of = await lockedPaymentRequest(tx, before);
  const at = await tx.now();
  insist(canDecide(of.status));
  await settleRequest(tx, actor, of, 'withdraw', at, { decidedBy: personOf(actor).personId });
  tx.emit({ name: 'payment.withdrawn', ...idsOf(of) });
  return ofJob(of);
}

/** Another try after a failure, with the card that is the newest now. */
export async function retry(tx: Tx, actor: Actor, input: OfPaymentRequest): Promise<OfJob> {
  const before = await paymentRequestById(tx, input.paymentRequestId);
  authorise(actor, PAYMENT_REQUEST_COMMANDS.retry, before.proposal, commits(before));
  const of = await lockedPaymentRequest(tx, before);
  const at = await tx.now();
  insist(canRetry({ request: of.status, payments: await statesOf(tx, of.id) }));
  await pay(tx, actor, of, at);
  await audit(tx, actor, at, entry('payments.retry', of));
  return ofJob(of);
}

async function pay(tx: Tx, actor: Actor, of: Request, at: Date): Promise<void> {
  const { id: paymentRequestId, proposalId, amountMinor, currency, proposal } = of;
  const { customerId, companyId, feeBasisPoints } = proposal;
  const terms = {
    paymentRequestId,
    proposalId,
    customerId,
    companyId,
    amountMinor,
    currency,
    feeBasisPoints,
  };
  await openPayment(tx, actor, terms, at);
}

async function settleRequest(
  tx: Tx,
  actor: Actor,
  of: Request,
  event: 'approve' | 'autoApprove' | 'decline' | 'withdraw',
  at: Date,
  data: { decidedBy?: string; declineReason?: string },
): Promise<void> {
  await move(tx, PAYMENT_REQUEST, {
    id: of.id,
    from: of.status,
    event,
    actor,
    of: of.proposal,
    at,
    data: { decidedAt: at, ...data },
  });
  await audit(tx, actor, at, entry(`payments.${event}`, of));
}

function entry(action: string, of: Request) {
  const { customerId, companyId } = of.proposal;
  const detail = { amount: of.amountMinor.toString(), currency: of.currency, final: of.final };
  return { action, object: 'payment_request', id: of.id, customerId, companyId, detail };
}

function idsOf({ id, proposalId, proposal }: Request) {
  const { conversationId, customerId, companyId } = proposal;
  return { paymentRequestId: id, proposalId, conversationId, customerId, companyId };
}

function ofJob({ id, proposal }: Request): OfJob {
  return { paymentRequestId: id, conversationId: proposal.conversationId };
}
