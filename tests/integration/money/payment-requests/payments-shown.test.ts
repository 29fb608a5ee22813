import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { methodsOf } from '@/lib/money/methods/queries';
import {
  newPaymentRequestOf,
  paymentRequestOf,
  paymentsOf,
  paymentsPage,
} from '@/lib/money/payment-requests/queries';
import { database } from '@/lib/platform/db/client';
import { accepted, asked, ROOMY, worldWithCard } from '@/tests/fixtures/money';
import type { World } from '@/tests/fixtures/world';

let world: World;
let proposalId: string;
beforeAll(async () => {
  world = await worldWithCard();
  proposalId = await accepted(world, ROOMY);
});

describe('what is shown', () => {
  test('the customer sees what to approve, the company what it may withdraw', async () => {
    const made = await worldWithCard();
    const of = await accepted(made);
    const id = await asked(made, of, { amount: '900' });
    const customer = await paymentsOf(made.people.owner, made.conversationId);
    expect(customer.payments[0]).toMatchObject({
      shown: { word: 'Awaiting approval' },
      may: { approve: true },
    });
    expect(customer.turns).toMatchObject([
      { side: 'customer', says: 'payment of $900.00 to approve', action: { label: 'Approve $900.00' } },
    ]);
    const company = await paymentRequestOf(made.people.expert, id);
    expect(company?.may).toEqual({ approve: false, decline: false, withdraw: true, retry: false });
    expect((await paymentRequestOf(made.people.member, id))?.may.approve).toBe(false);
    const form = await newPaymentRequestOf(made.people.expert, made.conversationId);
    expect(form).toMatchObject({ remainingMinor: 30_000n, refusal: null });
    expect((await newPaymentRequestOf(made.people.chatter, made.conversationId))?.refusal).toContain(
      '“Bill”',
    );
  });

  test('nobody else sees anything', async () => {
    const id = await asked(world, proposalId, { amount: '1' });
    const { otherOwner, otherExpert, newcomer, suspendedCustomer, suspendedExpert } = world.people;
    for (const viewer of [otherOwner, otherExpert, newcomer, suspendedCustomer, suspendedExpert, NOBODY]) {
      expect(await paymentRequestOf(viewer, id)).toBeNull();
      expect((await paymentsOf(viewer, world.conversationId)).payments).toEqual([]);
      expect(await newPaymentRequestOf(viewer, world.conversationId)).toBeNull();
      expect((await paymentsPage(viewer)).rows).toEqual([]);
    }
    expect((await methodsOf(world.people.otherOwner)).flatMap(({ methods }) => methods)).toEqual([]);
    expect(await methodsOf(world.people.expert)).toEqual([]);
  });

  test('the list is cut into pages that neither repeat nor leave out', async () => {
    const { people } = world;
    for (let count = 0; count < 24; count += 1) await asked(world, proposalId, { amount: '1' });
    const all = await database().paymentRequest.count({
      where: { proposal: { customerId: world.customerId } },
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await paymentsPage(people.owner, after);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(all).toBeGreaterThan(20);
    expect(seen).toHaveLength(all);
    expect(new Set(seen).size).toBe(all);
  });
});
