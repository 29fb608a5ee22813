import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, CLOCK, NOBODY, VENDOR } from '@/lib/core/rights';
import { exceedsMaximum } from '@/lib/money/payment-requests/store';
import { database } from '@/lib/platform/db/client';
import {
  accepted,
  approve,
  approved,
  ask,
  asked,
  declinePayment,
  proposalRow,
  proposed,
  ROOMY,
  requestRow,
  retry,
  withdrawPayment,
  worldWithCard,
} from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import type { World } from '@/tests/fixtures/world';

const reason = 'The index is missing.';

let world: World;
let proposalId: string;
beforeAll(async () => {
  world = await worldWithCard();
  proposalId = await accepted(world, ROOMY);
});

describe('request', () => {
  test('for a milestone takes its amount, and gives the customer 240 hours', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    const [first] = await database().milestone.findMany({
      where: { proposalId: of },
      orderBy: { position: 'asc' },
    });
    const id = await asked(made, of, { milestoneId: first!.id, note: 'Found it: see the log.' });
    const row = await requestRow(id);
    expect(row).toMatchObject({
      status: 'awaiting',
      amountMinor: 40_000n,
      final: false,
      milestoneId: first!.id,
    });
    expect(row.autoApproveAt.getTime() - row.requestedAt.getTime()).toBe(240 * 3_600_000);
    const again = await ask(made.people.expert, { proposalId: of, milestoneId: first!.id });
    expect(codeOf(again)).toBe('conflict');
  });

  test('of all that is left is final by itself; a marked one is final with something left', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    expect((await requestRow(await asked(made, of, { amount: '1200' }))).final).toBe(true);
    const other = await worldWithCard();
    const marked = await asked(other, await accepted(other), { amount: '100', final: 'on' });
    expect((await requestRow(marked)).final).toBe(true);
  });

  test('is refused while the final one awaits, and a final one while another awaits', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    const first = await asked(made, of, { amount: '100' });
    const final = { proposalId: of, amount: '200', final: 'on' };
    expect(codeOf(await ask(made.people.expert, final))).toBe('conflict');
    doneOf(await withdrawPayment(made.people.expert, { paymentRequestId: first }));
    doneOf(await ask(made.people.expert, final));
    expect(codeOf(await ask(made.people.expert, { proposalId: of, amount: '1' }))).toBe('conflict');
  });

  test('is refused before the proposal is accepted, and beyond its maximum', async () => {
    const made = await worldWithCard();
    const { proposalId: open } = await proposed(made);
    expect(codeOf(await ask(made.people.expert, { proposalId: open, amount: '1' }))).toBe('conflict');
    const outcome = await ask(world.people.expert, { proposalId, amount: '90100.01' });
    expect(outcome).toMatchObject({
      ok: false,
      code: 'conflict',
      message: expect.stringContaining('$90,100.00'),
    });
    expect(codeOf(await ask(world.people.expert, { proposalId, amount: '0.10' }))).toBe('invalid');
    expect(codeOf(await ask(world.people.expert, { proposalId, amount: 'a lot' }))).toBe('invalid');
  });

  test('for a milestone of another proposal is refused as if it did not exist', async () => {
    const made = await worldWithCard();
    const other = await database().milestone.findFirstOrThrow({
      where: { proposalId: await accepted(made) },
    });
    expect(codeOf(await ask(world.people.expert, { proposalId, milestoneId: other.id }))).toBe('not_found');
  });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['a member without the right bill', (w: World) => w.people.chatter, 'forbidden'],
    ['the customer', (w: World) => w.people.owner, 'forbidden'],
    ['another company', (w: World) => w.people.otherExpert, 'not_found'],
  ] as [string, (w: World) => Actor, string][])('is refused to %s', async (_who, actor, code) => {
    expect(codeOf(await ask(actor(world), { proposalId, amount: '1' }))).toBe(code);
  });

  test('two in parallel never exceed the maximum', async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = await worldWithCard();
      const of = await accepted(made);
      const input = { proposalId: of, amount: '800' };
      const outcomes = await Promise.all([ask(made.people.expert, input), ask(made.people.expert, input)]);
      expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
      const sum = await database().paymentRequest.aggregate({
        where: { proposalId: of },
        _sum: { amountMinor: true },
      });
      expect(sum._sum.amountMinor).toBe(80_000n);
    }
  });

  test('the database keeps the maximum too, and its word is understood', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    const row = {
      proposalId: of,
      amountMinor: 80_000n,
      currency: 'USD',
      note: '',
      final: false,
      requestedBy: made.people.expert.personId,
      requestedAt: new Date(),
      autoApproveAt: new Date(),
    };
    const results = await Promise.allSettled(
      [1, 2].map(() => database().paymentRequest.create({ data: row })),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(exceedsMaximum(refused[0]!.reason)).toBe(true);
  });
});

describe('approve', () => {
  test('makes one pending payment with its fee and its card, a job, and closes nothing that is not final', async () => {
    const id = await asked(world, proposalId, { amount: '10.01' });
    const paymentId = await approved(world, id);
    const payment = await database().payment.findUniqueOrThrow({ where: { id: paymentId } });
    expect(payment).toMatchObject({
      status: 'pending',
      amountMinor: 1_001n,
      feeMinor: 30n,
      customerId: world.customerId,
      companyId: world.companyId,
      stripeMethodId: `pm_${world.customerId}`,
    });
    const jobs = await database().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'payments.charge' AND singleton_key = ${paymentId}`;
    expect(jobs[0]?.n).toBe(1);
    expect((await proposalRow(proposalId)).status).toBe('accepted');
    expect(await requestRow(id)).toMatchObject({
      status: 'approved',
      decidedBy: world.people.owner.personId,
    });
  });

  test('of the final payment completes the proposal in the same breath', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    await approved(made, await asked(made, of, { amount: '500', final: 'on' }));
    const row = await proposalRow(of);
    expect(row.status).toBe('completed');
    expect(row.endedAt).toBeInstanceOf(Date);
    expect(codeOf(await ask(made.people.expert, { proposalId: of, amount: '1' }))).toBe('conflict');
  });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['a member without the right buy', (w: World) => w.people.member, 'forbidden'],
    ['a member with grant alone', (w: World) => w.people.granter, 'forbidden'],
    ['a suspended member', (w: World) => w.people.suspendedCustomer, 'forbidden'],
    ['the expert who asks', (w: World) => w.people.expert, 'forbidden'],
    ['another customer', (w: World) => w.people.otherOwner, 'not_found'],
    ['the clock', () => CLOCK, 'forbidden'],
    ['Stripe', () => VENDOR, 'forbidden'],
  ] as [string, (w: World) => Actor, string][])('is refused to %s', async (_who, actor, code) => {
    const id = await asked(world, proposalId, { amount: '1' });
    expect(codeOf(await approve(actor(world), { paymentRequestId: id }))).toBe(code);
    expect(await database().payment.count({ where: { paymentRequestId: id } })).toBe(0);
  });

  test('twice at once takes effect once', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    const outcomes = await Promise.all([
      approve(world.people.owner, { paymentRequestId: id }),
      approve(world.people.buyer, { paymentRequestId: id }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await database().payment.count({ where: { paymentRequestId: id } })).toBe(1);
  });

  test('the database lets one payment that is not failed stand for a request', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    const { id: _, ...payment } = await database().payment.findUniqueOrThrow({
      where: { id: await approved(world, id) },
    });
    await expect(database().payment.create({ data: payment })).rejects.toThrow(/[Uu]nique/);
  });
});

describe('decline and withdraw', () => {
  test('decline needs a reason, charges nothing, and lets it be asked for again', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    const id = await asked(made, of, { amount: '1200' });
    expect(codeOf(await declinePayment(made.people.owner, { paymentRequestId: id, reason: '' }))).toBe(
      'invalid',
    );
    doneOf(await declinePayment(made.people.buyer, { paymentRequestId: id, reason }));
    expect(await requestRow(id)).toMatchObject({ status: 'declined', declineReason: reason });
    expect(await database().payment.count({ where: { paymentRequestId: id } })).toBe(0);
    expect((await proposalRow(of)).status).toBe('accepted');
    await asked(made, of, { amount: '1200' });
  });

  test('each side may do its own alone', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    const of = { paymentRequestId: id, reason };
    expect(codeOf(await declinePayment(world.people.expert, of))).toBe('forbidden');
    expect(codeOf(await declinePayment(world.people.otherOwner, of))).toBe('not_found');
    expect(codeOf(await withdrawPayment(world.people.owner, of))).toBe('forbidden');
    expect(codeOf(await withdrawPayment(world.people.chatter, of))).toBe('forbidden');
    expect(codeOf(await withdrawPayment(world.people.otherExpert, of))).toBe('not_found');
    doneOf(await withdrawPayment(world.people.expert, of));
    expect(codeOf(await approve(world.people.owner, of))).toBe('conflict');
  });
});

describe('retry', () => {
  test('is refused while a payment is under way, and to whoever may not pay', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    const of = { paymentRequestId: id };
    expect(codeOf(await retry(world.people.owner, of))).toBe('conflict');
    await approved(world, id);
    expect(codeOf(await retry(world.people.owner, of))).toBe('conflict');
    expect(codeOf(await retry(world.people.member, of))).toBe('forbidden');
    expect(codeOf(await retry(world.people.expert, of))).toBe('forbidden');
    expect(codeOf(await retry(world.people.otherOwner, of))).toBe('not_found');
  });
});
