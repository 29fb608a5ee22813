import { beforeAll, describe, expect, test } from 'vitest';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { autoApprove } from '@/lib/money/payment-requests/commands';
import { PAYMENT_REQUEST } from '@/lib/money/payment-requests/lifecycle';
import { database } from '@/lib/platform/db/client';
import { deadline } from '@/lib/platform/doors/deadline';
import { perform } from '@/lib/platform/doors/perform';
import { DEADLINES } from '@/lib/wiring/deadlines';
import {
  accepted,
  age,
  approve,
  asked,
  declinePayment,
  proposalRow,
  ROOMY,
  requestRow,
  worldWithCard,
} from '@/tests/fixtures/money';
import type { World } from '@/tests/fixtures/world';

const byClock = (paymentRequestId: string) =>
  perform(CLOCK, (tx) => autoApprove(tx, CLOCK, { paymentRequestId }));
const reason = 'The index is missing.';

let world: World;
let proposalId: string;
beforeAll(async () => {
  world = await worldWithCard();
  proposalId = await accepted(world, ROOMY);
});

describe('the 10th day', () => {
  test('approves at 240 hours and not a minute before', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    await age(id, 240 - 1 / 60);
    expect(await byClock(id)).toBe(false);
    expect((await requestRow(id)).status).toBe('awaiting');
    await age(id, 240);
    expect(await byClock(id)).toBe(true);
    expect(await requestRow(id)).toMatchObject({ status: 'approved', decidedBy: null });
    expect(await byClock(id)).toBe(false);
    expect(await database().payment.count({ where: { paymentRequestId: id } })).toBe(1);
  });

  test('is for the clock: neither a person nor Stripe can have it approved so', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    await age(id, 241);
    for (const actor of [world.people.owner, world.people.expert, VENDOR])
      await expect(
        perform(actor, (tx) => autoApprove(tx, actor, { paymentRequestId: id })),
      ).rejects.toMatchObject({ name: 'Refusal' });
    expect((await requestRow(id)).status).toBe('awaiting');
  });

  test('the sweep finds what is due, completes by the final one, and leaves the rest', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    const due = await asked(made, of, { amount: '1200' });
    const early = await asked(world, proposalId, { amount: '1' });
    await age(due, 240);
    const sweep = DEADLINES.worker.find(({ name }) => name === 'payment_request autoApprove')!;
    await sweep.run();
    expect((await requestRow(due)).status).toBe('approved');
    expect((await requestRow(early)).status).toBe('awaiting');
    expect((await proposalRow(of)).status).toBe('completed');
  });

  test('one that cannot be approved holds up no other, and is tried again by the next round', async () => {
    const made = await worldWithCard();
    const [stuck, fine] = [
      await asked(world, proposalId, { amount: '1' }),
      await asked(made, await accepted(made), { amount: '1' }),
    ];
    await age(stuck, 250);
    await age(fine, 240);
    const tried: string[] = [];
    const sweep = deadline(PAYMENT_REQUEST, 'autoApprove', async (tx, actor, paymentRequestId) => {
      tried.push(paymentRequestId);
      if (paymentRequestId === stuck) throw new Error('a bug of ours');
      await autoApprove(tx, actor, { paymentRequestId });
    });
    await sweep.run();
    expect((await requestRow(stuck)).status).toBe('awaiting');
    expect((await requestRow(fine)).status).toBe('approved');
    await sweep.run();
    expect(tried.filter((id) => id === stuck)).toHaveLength(2);
    expect(tried.filter((id) => id === fine)).toHaveLength(1);
  });

  test('approve, decline and the clock at once: 50 rounds, one outcome each', {
    timeout: 180_000,
  }, async () => {
    const ids: string[] = [];
    for (let round = 0; round < 50; round += 1) ids.push(await asked(world, proposalId, { amount: '1' }));
    const tally = { approve: 0, decline: 0, clock: 0 };
    for (const paymentRequestId of ids) {
      await age(paymentRequestId, 240);
      const of = { paymentRequestId, reason };
      const [yes, no, clock] = await Promise.all([
        approve(world.people.owner, of),
        declinePayment(world.people.buyer, of),
        byClock(paymentRequestId),
      ]);
      const won = [yes.ok, no.ok, clock];
      expect(won.filter(Boolean)).toHaveLength(1);
      tally[yes.ok ? 'approve' : no.ok ? 'decline' : 'clock'] += 1;
      expect((await requestRow(paymentRequestId)).status).toBe(no.ok ? 'declined' : 'approved');
      const payments = await database().payment.count({ where: { paymentRequestId } });
      expect(payments).toBe(no.ok ? 0 : 1);
      const history = await database().statusChange.count({
        where: { objectId: paymentRequestId, from: 'awaiting' },
      });
      expect(history).toBe(1);
    }
    expect(tally.approve + tally.decline + tally.clock).toBe(50);
  });
});
