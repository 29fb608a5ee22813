import { send } from '@/lib/job/messages/commands';
import { SendMessage } from '@/lib/job/messages/schema';
import * as proposals from '@/lib/job/proposals/commands';
import { Accept, Decline, Propose, Withdraw } from '@/lib/job/proposals/schema';
import * as requests from '@/lib/market/drafts/commands';
import { PostRequest } from '@/lib/market/drafts/schema';
import * as requestsCommands from '@/lib/market/requests/commands';
import { SetAccepting, SLOTS } from '@/lib/market/requests/schema';
import { respond } from '@/lib/market/responses/commands';
import { Respond } from '@/lib/market/responses/schema';
import { servicesNamedIn } from '@/lib/market/tags/rules';
import * as payments from '@/lib/money/payment-requests/commands';
import { DeclinePayment, OfPaymentRequest, RequestPayment } from '@/lib/money/payment-requests/schema';
import { charge } from '@/lib/money/payments/handlers';
import { database } from '@/lib/platform/db/client';
import { write } from '@/lib/trust/reviews/commands';
import { Write } from '@/lib/trust/reviews/schema';
import type { CastCustomer, CastExpert } from './cast';
import { ANSWERS } from './customers';
import type { PROBLEMS } from './problems';
import { settleWithFirst } from './settling';
import { act, setClock } from './stage';

/** How far a request of the demo world has come. */
export type Chapter =
  | 'new'
  | 'answered'
  | 'paused'
  | 'settled'
  | 'proposed'
  | 'declined'
  | 'withdrawn'
  | 'working'
  | 'awaiting'
  | 'paymentDeclined'
  | 'completed'
  | 'reviewed';

type Telling = {
  customer: CastCustomer;
  experts: readonly CastExpert[];
  problem: (typeof PROBLEMS)[number];
  chapter: Chapter;
  hoursAgo: number;
  dice: (sides: number) => number;
};

const BUDGETS = ['from50', 'from100', 'from100', 'from1000', 'from1000', 'from10000', 'unknown'] as const;
const LOCATIONS = ['anywhere', 'anywhere', 'anywhere', 'uk', 'us', 'fr', 'anz'] as const;
const HOMES = ['eu-central-1', 'eu-west-1', 'eu-west-2', 'us-east-1', 'us-west-2', 'ap-southeast-2'] as const;
const PRAISE: readonly (readonly [stars: number, text: string])[] = [
  [
    5,
    'Found the cause within a day and explained it in words that our whole team understood. The notes alone were worth it.',
  ],
  [5, 'Careful, quick, and asked before touching anything. The access ended when the work did.'],
  [4, 'Good work and a fair price. One meeting had to be moved, which was announced in time.'],
  [4, 'Solved what we asked for. We would have liked a little more about what to watch afterwards.'],
  [3, 'The result works. It took a week longer than agreed, and we had to ask for news twice.'],
  [5, 'Exactly what we hoped for. The bill is down by 41 percent, measured over three weeks.'],
];

/** Tells one request from its posting to where it stands, through the commands that everybody uses. */
export async function tell(telling: Telling): Promise<void> {
  const { customer, experts, problem, chapter, dice } = telling;
  let hours = telling.hoursAgo;
  const later = async (by: number) => {
    hours = Math.max(hours - by, 0.05);
    await setClock(hours);
  };
  await setClock(hours);
  const { requestId } = await act(customer.person, requests.post, PostRequest, {
    title: problem[0],
    description: problem[1],
    budget: BUDGETS[dice(BUDGETS.length)]!,
    location: LOCATIONS[dice(LOCATIONS.length)]!,
    services: servicesNamedIn(problem.join('\n')),
    regions: [HOMES[dice(HOMES.length)]!],
    slots: SLOTS.usual,
    contactName: customer.preferred,
    contactEmail: customer.person.email,
    customerId: customer.customerId,
  });
  if (chapter === 'new') return;

  const conversations: string[] = [];
  for (const expert of experts) {
    await later(0.3 + dice(20) / 10);
    const text = `${ANSWERS[dice(ANSWERS.length)]} ${expert.story.headline} is what I do.`;
    const made = await act(expert.person, respond, Respond, { requestId, companyId: expert.companyId, text });
    conversations.push(made.responseId);
  }
  const [conversationId] = conversations;
  const [expert] = experts;
  if (!conversationId || !expert) return;
  const say = (by: CastCustomer | CastExpert, body: string) =>
    act(by.person, send, SendMessage, { conversationId, clientId: crypto.randomUUID(), body });

  if (dice(3) > 0) {
    await later(1);
    await say(
      customer,
      'Thank you for the quick answer. When could you start, and what would you need from us?',
    );
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
    await settleWithFirst(customer, conversations);
    return;
  }

  await later(2);
  await say(
    expert,
    'I could start tomorrow. Read access to the logs would do for the first step. I will send a proposal.',
  );
  await later(1);
  const total = (4 + dice(30)) * 100;
  const first = Math.floor(total / 3 / 50) * 50;
  const { proposalId } = await act(expert.person, proposals.propose, Propose, {
    conversationId,
    title: problem[0],
    terms: `Step one: find the cause and write a short report.\nStep two: the change itself, agreed beforehand, with a way back.\nAfter that: two weeks in which questions are answered without further cost.`,
    timeline: 'Begins on the next working day, ends within ten working days.',
    milestones: [
      { title: 'Cause found, report written', amount: String(first) },
      { title: 'Change made and measured', amount: String(total - first) },
    ],
  });
  if (chapter === 'proposed') return;
  if (chapter === 'declined') {
    await later(6);
    const reason = 'The second step is more than we can spend this quarter. Could we do the first alone?';
    await act(customer.person, proposals.decline, Decline, { proposalId, reason });
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
  if (chapter === 'working') return;

  const ask = (milestoneId: string, note: string) =>
    act(expert.person, payments.request, RequestPayment, { proposalId, milestoneId, note });
  await later(30);
  const asked = await askedId(proposalId, () => ask(milestones[0]!.id, 'The report is in the conversation.'));
  if (chapter === 'awaiting') return;
  if (chapter === 'paymentDeclined') {
    await later(5);
    const reason = 'The report does not cover the second account yet.';
    await act(customer.person, payments.decline, DeclinePayment, { paymentRequestId: asked, reason });
    return;
  }
  await later(5);
  await pay(asked);
  await later(40);
  const last = await askedId(proposalId, () =>
    ask(milestones[1]!.id, 'Done and measured; figures are above.'),
  );
  await later(10);
  await pay(last);
  if (chapter === 'completed') return;
  await later(3);
  const [stars, text] = PRAISE[dice(PRAISE.length)]!;
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
