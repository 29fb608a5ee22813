import { beforeAll, describe, expect, test } from 'vitest';
import { activityOf } from '@/lib/access/activity/queries';
import { connectionsOf } from '@/lib/access/connections/queries';
import { accessList, accessOf, activeAccess } from '@/lib/access/overview/queries';
import { accessById } from '@/lib/access/page/queries';
import type { Actor, Person, Viewer } from '@/lib/core/rights';
import { answersOf } from '@/lib/job/answers/queries';
import { conversationOf, conversationsOf } from '@/lib/job/conversations/queries';
import { send } from '@/lib/job/messages/commands';
import { messagesOf, refusalToWrite } from '@/lib/job/messages/queries';
import { MESSAGE_COMMANDS } from '@/lib/job/messages/rights';
import { SendMessage } from '@/lib/job/messages/schema';
import { requestsOf } from '@/lib/job/own-requests/queries';
import { proposalOf, proposalsOf } from '@/lib/job/proposals/queries';
import { footingOf } from '@/lib/market/footing/queries';
import { requestOf } from '@/lib/market/requests/queries';
import { balancesOf } from '@/lib/money/ledger/queries';
import { methodsOf } from '@/lib/money/methods/queries';
import { paymentRequestOf, paymentsOf, paymentsPage } from '@/lib/money/payment-requests/queries';
import { earnedOf, earningsPage } from '@/lib/money/payments/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { mayHear } from '@/lib/processes/realtime/rooms';
import { stop } from '@/tests/fixtures/closed-samples';
import * as jobs from '@/tests/fixtures/jobs';
import * as money from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const db = () => database();

/** A job with everything: a proposal, a payment that went through, and an access that is in force. */
async function wholeJob() {
  const world = await makeWorld();
  const grantId = await jobs.activeGrant(world);
  const { proposalId } = await db().grant.findUniqueOrThrow({ where: { id: grantId } });
  const paymentRequestId = await money.asked(world, proposalId);
  await jobs.told(await money.approved(world, paymentRequestId), { state: 'succeeded', minor: 40_000n });
  return { world, grantId, proposalId, paymentRequestId };
}
type Job = Awaited<ReturnType<typeof wholeJob>>;

type Read = (viewer: Viewer, job: Job) => Promise<unknown>;

/** What both sides read of a job. */
const OF_BOTH: Record<string, Read> = {
  conversation: (viewer, { world }) => conversationOf(viewer, world.conversationId),
  conversations: async (viewer) => (await conversationsOf(viewer)).rows,
  messages: (viewer, { world }) => messagesOf(viewer, world.conversationId),
  proposals: async (viewer, { world }) => (await proposalsOf(viewer, world.conversationId)).proposals,
  proposal: (viewer, { proposalId }) => proposalOf(viewer, proposalId),
  payments: async (viewer, { world }) => (await paymentsOf(viewer, world.conversationId)).payments,
  'payment request': (viewer, { paymentRequestId }) => paymentRequestOf(viewer, paymentRequestId),
  'access of the job': (viewer, { world }) => accessOf(viewer, world.conversationId),
  'one access': (viewer, { grantId }) => accessById(viewer, grantId),
  'active access': async (viewer) => {
    const { customer, company } = await activeAccess(viewer);
    return customer + company;
  },
  activity: (viewer, { grantId }) => activityOf(viewer, grantId),
  'what is said live': async (viewer, { world }) =>
    viewer.kind === 'person' && mayHear(viewer, world) ? 'heard' : null,
};
const OF_COMPANY: Record<string, Read> = {
  ...OF_BOTH,
  'access list': async (viewer) => (await accessList(viewer, 'company')).rows,
  earnings: async (viewer) => (await earningsPage(viewer)).rows,
  'what was earned': (viewer) => earnedOf(viewer),
  balance: (viewer) => balancesOf(viewer),
};
const OF_CUSTOMER: Record<string, Read> = {
  ...OF_BOTH,
  'access list': async (viewer) => (await accessList(viewer, 'customer')).rows,
  'payments of all': async (viewer) => (await paymentsPage(viewer)).rows,
  cards: (viewer) => methodsOf(viewer),
  accounts: (viewer) => connectionsOf(viewer),
  requests: async (viewer) => (await requestsOf(viewer)).rows,
  request: (viewer, { world }) => requestOf(viewer, world.requestId),
  answers: (viewer, { world }) => answersOf(viewer, world.requestId, new Date()),
};

const isThere = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
async function seen(reads: Record<string, Read>, viewer: Viewer, job: Job): Promise<Record<string, boolean>> {
  const pairs = await Promise.all(
    Object.entries(reads).map(async ([name, read]) => [name, isThere(await read(viewer, job))] as const),
  );
  return Object.fromEntries(pairs);
}
const all = (reads: Record<string, Read>, there: boolean) =>
  Object.fromEntries(Object.keys(reads).map((name) => [name, there]));
const again = (person: Person) => viewerOf(db(), person.personId);

describe('what can be read', () => {
  let job: Job;
  beforeAll(async () => {
    job = await wholeJob();
  });

  test('of a closed company is what it was, for its people and for the customer', async () => {
    const { owner, expert } = job.world.people;
    expect(await seen(OF_COMPANY, expert, job)).toEqual(all(OF_COMPANY, true));
    await stop(job.world, { closedAt: new Date() });
    expect(await seen(OF_COMPANY, await again(expert), job)).toEqual(all(OF_COMPANY, true));
    expect(await seen(OF_CUSTOMER, await again(owner), job)).toEqual(all(OF_CUSTOMER, true));
    expect(await footingOf(await again(expert), new Date())).toBeNull();
    await stop(job.world, { closedAt: null });
  });

  test('of a suspended company is nothing for its people, and everything for the customer', async () => {
    const { owner, expert } = job.world.people;
    await stop(job.world, { suspendedAt: new Date() });
    expect(await seen(OF_COMPANY, await again(expert), job)).toEqual(all(OF_COMPANY, false));
    expect(await seen(OF_CUSTOMER, await again(owner), job)).toEqual(all(OF_CUSTOMER, true));
    await stop(job.world, { suspendedAt: null });
  });

  test('of a suspended customer is nothing for its people, and everything for the company', async () => {
    const { owner, expert } = job.world.people;
    const suspend = (suspendedAt: Date | null) =>
      db().customer.update({ where: { id: job.world.customerId }, data: { suspendedAt } });
    expect(await seen(OF_CUSTOMER, owner, job)).toEqual(all(OF_CUSTOMER, true));
    await suspend(new Date());
    expect(await seen(OF_CUSTOMER, await again(owner), job)).toEqual(all(OF_CUSTOMER, false));
    expect(await seen(OF_COMPANY, await again(expert), job)).toEqual(all(OF_COMPANY, true));
    await suspend(null);
  });

  test('by somebody of neither is nothing', async () => {
    const { otherOwner, otherExpert, newcomer } = job.world.people;
    const own = ['conversations', 'requests', 'cards'];
    const reads = Object.fromEntries(
      Object.entries({ ...OF_CUSTOMER, ...OF_COMPANY }).filter(([name]) => !own.includes(name)),
    );
    for (const viewer of [otherOwner, otherExpert, newcomer])
      expect(await seen(reads, viewer, job)).toEqual(all(reads, false));
  });
});

describe('writing for a closed company', () => {
  const write = (actor: Actor, { conversationId }: World) =>
    pass({ may: MESSAGE_COMMANDS.send, schema: SendMessage, command: send }, actor, {
      conversationId,
      clientId: crypto.randomUUID(),
      body: 'The role goes tonight.',
    });
  /** As its owner after the closing, what the door and the page say. */
  async function both(world: World): Promise<string[]> {
    const viewer = await again(world.people.expert);
    const ids = { ...world, id: world.conversationId };
    const refusal = await refusalToWrite(viewer, ids);
    return [codeOf(await write(viewer, world)), refusal?.code ?? 'done'];
  }

  test('is possible while access is not proven to have ended, and not afterwards', async () => {
    const { world, grantId, proposalId } = await wholeJob();
    doneOf(await money.complete(world.people.expert, { proposalId }));
    await stop(world, { closedAt: new Date() });
    expect(await both(world)).toEqual(['done', 'done']);
    await db().grant.update({ where: { id: grantId }, data: { status: 'denied' } });
    expect(await both(world)).toEqual(['done', 'done']);
    await db().grantStep.create({ data: { grantId, kind: 'gone', at: new Date(), detail: {} } });
    await db().grant.update({ where: { id: grantId }, data: { status: 'revoked' } });
    expect(await both(world)).toEqual(['forbidden', 'forbidden']);
    // The customer is not closed: they can leave a word in any case.
    expect(codeOf(await write(world.people.owner, world))).toBe('done');
  });

  test('is possible while a charge has not gone through', async () => {
    const world = await makeWorld();
    const paymentRequestId = await jobs.failedPayment(world);
    const { proposalId } = await money.requestRow(paymentRequestId);
    doneOf(await money.complete(world.people.expert, { proposalId }));
    await stop(world, { closedAt: new Date() });
    expect(await both(world)).toEqual(['done', 'done']);
    doneOf(await money.retry(world.people.buyer, { paymentRequestId }));
    const { id } = await db().payment.findFirstOrThrow({ where: { paymentRequestId, status: 'pending' } });
    expect(await both(world)).toEqual(['done', 'done']);
    await jobs.told(id, { state: 'succeeded', minor: 40_000n });
    expect(await both(world)).toEqual(['forbidden', 'forbidden']);
  });
});
