import { send } from '@/lib/job/messages/commands';
import { SendMessage } from '@/lib/job/messages/schema';
import * as proposals from '@/lib/job/proposals/commands';
import { Accept, Decline, Propose, Withdraw } from '@/lib/job/proposals/schema';
import * as requests from '@/lib/market/drafts/commands';
import { PostRequest } from '@/lib/market/drafts/schema';
import * as requestsCommands from '@/lib/market/requests/commands';
import { type Budget, SetAccepting, SLOTS } from '@/lib/market/requests/schema';
import { respond } from '@/lib/market/responses/commands';
import { Respond } from '@/lib/market/responses/schema';
import { regionsNamedIn, servicesNamedIn } from '@/lib/market/tags/rules';
import * as payments from '@/lib/money/payment-requests/commands';
import { DeclinePayment, OfPaymentRequest, RequestPayment } from '@/lib/money/payment-requests/schema';
import { charge } from '@/lib/money/payments/handlers';
import { database } from '@/lib/platform/db/client';
import { write } from '@/lib/trust/reviews/commands';
import { Write } from '@/lib/trust/reviews/schema';
import type { CastCustomer, CastExpert } from './cast';
import { setBothClocks } from './cloud';
import { type Chapter, type DemoJob, USUAL_LINES } from './jobs/job';
import type { PROBLEMS } from './problems';
import { settleWithFirst } from './settling';
import { act, setClock } from './stage';
import { type Access, letIn, seeItEnd, visit } from './visits';

type Telling = {
  customer: CastCustomer;
  problem: (typeof PROBLEMS)[number];
  /** In this order; the first gets the job where somebody does. */
  responses: readonly { expert: CastExpert; text: string }[];
  /** What is said afterwards. */
  script: Pick<DemoJob, 'reply' | 'lines'>;
  chapter: Chapter;
  /** The expert works in the customer's AWS account; it ends with the job. */
  access?: Access | undefined;
  hoursAgo: number;
  dice: (sides: number) => number;
};

const BUDGETS = ['from100', 'from100', 'from1000', 'from1000', 'from1000', 'from10000', 'unknown'] as const;

/** The budget that a job's price falls into. */
function budgetFor(dollars: number): Budget {
  if (dollars <= 100) return 'from50';
  if (dollars <= 1_000) return 'from100';
  return dollars <= 10_000 ? 'from1000' : 'from10000';
}

/** Tells one request from its posting to where it stands, through the commands that everybody uses. */
export async function tell(telling: Telling): Promise<void> {
  const { customer, responses, problem, script, chapter, access, dice } = telling;
  const set = access ? setBothClocks : setClock;
  const lines = { ...USUAL_LINES, ...script.lines };
  const total = lines.milestones[0][1] + lines.milestones[1][1];
  const words = problem.join('\n');
  let hours = telling.hoursAgo;
  const later = async (by: number) => {
    hours = Math.max(hours - by, 0.05);
    await set(hours);
  };
  await set(hours);
  const { requestId } = await act(customer.person, requests.post, PostRequest, {
    title: problem[0],
    description: problem[1],
    budget: script.lines?.milestones ? budgetFor(total) : BUDGETS[dice(BUDGETS.length)]!,
    location: (dice(2) === 0 && customer.home) || 'anywhere',
    services: servicesNamedIn(words),
    regions: regionsNamedIn(words),
    slots: SLOTS.usual,
    contactName: customer.preferred,
    contactEmail: customer.person.email,
    customerId: customer.customerId,
  });
  if (chapter === 'new') return;

  const conversations: string[] = [];
  for (const { expert, text } of responses) {
    await later(0.3 + dice(20) / 10);
    const made = await act(expert.person, respond, Respond, { requestId, companyId: expert.companyId, text });
    conversations.push(made.responseId);
  }
  const [conversationId] = conversations;
  const expert = responses[0]?.expert;
  if (!conversationId || !expert) return;
  const say = (by: CastCustomer | CastExpert, body: string) =>
    act(by.person, send, SendMessage, { conversationId, clientId: crypto.randomUUID(), body });

  if (script.reply) {
    await later(1);
    await say(customer, script.reply);
  }
  if (chapter === 'answered') return;
  if (chapter === 'paused') {
    await later(5);
    await act(customer.person, requestsCommands.setAccepting, SetAccepting, {
      requestId,
      accepting: 'false',
    });
    return;
  }
  if (chapter === 'settled') {
    await later(8);
    await settleWithFirst(customer, conversations, lines.thanks);
    return;
  }

  await later(2);
  await say(expert, lines.start);
  await later(1);
  const { proposalId } = await act(expert.person, proposals.propose, Propose, {
    conversationId,
    title: problem[0],
    terms: lines.terms,
    timeline: lines.timeline,
    milestones: lines.milestones.map(([title, dollars]) => ({ title, amount: String(dollars) })),
  });
  if (chapter === 'proposed') return;
  if (chapter === 'declined') {
    await later(6);
    await act(customer.person, proposals.decline, Decline, { proposalId, reason: lines.reason });
    return;
  }
  if (chapter === 'withdrawn') {
    await later(4);
    await act(expert.person, proposals.withdraw, Withdraw, { proposalId });
    return;
  }

  await later(8);
  const { textHash, milestones } = await database().proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { milestones: { orderBy: { position: 'asc' } } },
  });
  await act(customer.person, proposals.accept, Accept, { proposalId, textHash });
  const grantId = access && (await letIn({ customer, expert, proposalId }, access, later));
  if (chapter === 'working' && !grantId) return;

  const ask = (milestoneId: string, note: string) =>
    act(expert.person, payments.request, RequestPayment, { proposalId, milestoneId, note });
  await later(24 * lines.days[0]);
  if (grantId) await visit(grantId, expert, access, later);
  if (chapter === 'working') return;
  const asked = await askedId(proposalId, () => ask(milestones[0]!.id, lines.report));
  if (chapter === 'awaiting') return;
  if (chapter === 'paymentDeclined') {
    await later(5);
    const { reason } = lines;
    await act(customer.person, payments.decline, DeclinePayment, { paymentRequestId: asked, reason });
    return;
  }
  await later(5);
  await pay(asked);
  await later(24 * lines.days[1]);
  const last = await askedId(proposalId, () => ask(milestones[1]!.id, lines.done));
  await later(10);
  await pay(last);
  if (grantId) await seeItEnd(grantId, later);
  if (chapter === 'completed') return;
  await later(3);
  const [stars, text] = lines.review;
  await act(customer.person, write, Write, {
    proposalId,
    stars,
    text,
    workAgain: stars > 3 ? 'yes' : 'no',
  });

  async function pay(paymentRequestId: string): Promise<void> {
    await act(customer.person, payments.approve, OfPaymentRequest, { paymentRequestId });
    const payment = await database().payment.findFirstOrThrow({ where: { paymentRequestId } });
    await charge(payment.id);
  }
}

async function askedId(proposalId: string, ask: () => Promise<unknown>): Promise<string> {
  await ask();
  const row = await database().paymentRequest.findFirstOrThrow({
    where: { proposalId, status: 'awaiting' },
    select: { id: true },
  });
  return row.id;
}
