import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { companyProfile, ratingsOfExpert, reviewsFor } from '@/lib/market/profiles/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import * as commands from '@/lib/trust/reviews/commands';
import { reviewOf } from '@/lib/trust/reviews/queries';
import { REVIEW_COMMANDS } from '@/lib/trust/reviews/rights';
import { Write } from '@/lib/trust/reviews/schema';
import { accepted, complete, saveCard, worldWithCard } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { completed } from '@/tests/fixtures/reviews';
import { makeExpert, makeWorld, type World } from '@/tests/fixtures/world';

const write = (actor: Actor, input: object) =>
  pass({ may: REVIEW_COMMANDS.write, schema: Write, command: commands.write }, actor, input);

const review = { stars: '5', text: 'Found the query in an hour.', workAgain: 'no' };
let world: World;
let proposalId: string;
beforeAll(async () => {
  ({ world, proposalId } = await completed());
});

describe('write', () => {
  test('publishes stars and text, and keeps the private answer apart', async () => {
    const made = await completed();
    doneOf(await write(made.world.people.member, { proposalId: made.proposalId, ...review }));
    const row = await database().review.findUniqueOrThrow({ where: { proposalId: made.proposalId } });
    expect(row).toMatchObject({
      stars: 5,
      text: review.text,
      status: 'published',
      companyId: made.world.companyId,
    });
    expect(row.expertId).toBe(made.world.expertId);
    const feedback = await database().feedback.findUniqueOrThrow({ where: { proposalId: made.proposalId } });
    expect(feedback.workAgain).toBe(false);
    const again = await write(made.world.people.owner, { proposalId: made.proposalId, ...review });
    expect(codeOf(again)).toBe('conflict');
  });

  test.each(['pending', 'failed'] as const)(
    'is possible while the final payment is %s: it was approved, and the job is over',
    async (status) => {
      const made = await completed(status);
      const { people, conversationId } = made.world;
      expect((await reviewOf(people.owner, conversationId)).turns).toHaveLength(1);
      doneOf(await write(people.owner, { proposalId: made.proposalId, ...review }));
    },
  );

  test('is refused for a job that is over and was not paid for', async () => {
    const made = await worldWithCard();
    const id = await accepted(made);
    doneOf(await complete(made.people.expert, { proposalId: id }));
    expect(await write(made.people.owner, { proposalId: id, ...review })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Nothing was paid'),
    });
  });

  test('is refused while the job goes on', async () => {
    const made = await makeWorld();
    const { customerId } = made;
    await saveCard(customerId, { stripeCustomerId: `cus_${customerId}`, methodId: `pm_${customerId}` });
    const id = await accepted(made);
    expect(codeOf(await write(made.people.owner, { proposalId: id, ...review }))).toBe('conflict');
  });

  test.each([
    ['stars that are none', { stars: '6' }],
    ['text without stars', { stars: '', text: 'Good.' }],
    ['501 characters', { stars: '5', text: '€'.repeat(501) }],
    ['nothing at all', {}],
  ])('refuses %s', async (_what, input) => {
    expect(codeOf(await write(world.people.owner, { proposalId, ...input }))).toBe('invalid');
  });

  test('counts 500 characters as a person does', async () => {
    const made = await completed();
    const input = { proposalId: made.proposalId, stars: '4', text: '🦉'.repeat(500) };
    expect(codeOf(await write(made.world.people.owner, input))).toBe('done');
  });

  test('takes either part alone, and the other later', async () => {
    const made = await completed();
    const of = { proposalId: made.proposalId };
    doneOf(await write(made.world.people.owner, { ...of, workAgain: 'yes' }));
    expect(await database().review.count({ where: of })).toBe(0);
    expect(codeOf(await write(made.world.people.owner, { ...of, workAgain: 'no' }))).toBe('conflict');
    doneOf(await write(made.world.people.owner, { ...of, stars: '3' }));
    expect(await database().review.count({ where: of })).toBe(1);
  });

  test.each([
    ['nobody', () => NOBODY, 'unauthenticated'],
    ['the expert', (w: World) => w.people.expert, 'forbidden'],
    ['a member of the company', (w: World) => w.people.chatter, 'forbidden'],
    ['a suspended member', (w: World) => w.people.suspendedCustomer, 'forbidden'],
    ['another customer', (w: World) => w.people.otherOwner, 'not_found'],
    ['another company', (w: World) => w.people.otherExpert, 'not_found'],
  ] as [string, (w: World) => Actor, string][])('is refused to %s', async (_who, actor, code) => {
    expect(codeOf(await write(actor(world), { proposalId, ...review }))).toBe(code);
  });

  test('is refused to a member of the customer who is of the company too', async () => {
    const made = await completed();
    const { member } = made.world.people;
    const both = { ...member, companies: [{ tenantId: made.world.companyId, rights: [], suspended: false }] };
    expect(codeOf(await write(both, { proposalId: made.proposalId, ...review }))).toBe('forbidden');
  });

  test('by two members at once leaves one', async () => {
    const made = await completed();
    const input = { proposalId: made.proposalId, ...review };
    const outcomes = await Promise.all([
      write(made.world.people.owner, input),
      write(made.world.people.member, input),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });
});

describe('what is shown', () => {
  test('the private answer reaches the customer, and nothing that the company or anyone else reads', async () => {
    const made = await completed();
    const { people, conversationId, companyId } = made.world;
    doneOf(await write(people.owner, { proposalId: made.proposalId, ...review }));
    const customer = await reviewOf(people.member, conversationId);
    expect(customer.reviews[0]).toMatchObject({ workAgain: false });
    for (const viewer of [people.expert, people.chatter]) {
      const company = await reviewOf(viewer, conversationId);
      expect(company.reviews[0]?.review?.stars).toBe(5);
      expect(JSON.stringify(company)).not.toContain('workAgain');
    }
    expect(JSON.stringify(await reviewsFor({ companyId }, null))).not.toContain('workAgain');
    const told = await database().auditEntry.findMany({ where: { companyId } });
    expect(JSON.stringify(told)).not.toContain('workAgain');
    const lines = await database().message.findMany({ where: { conversationId } });
    expect(lines.filter(({ event }) => event === 'review.written')).toHaveLength(1);
  });

  test('the answer alone leaves no trace for the company', async () => {
    const made = await completed();
    const { conversationId, companyId, people } = made.world;
    const count = async () => [
      await database().auditEntry.count({ where: { companyId } }),
      await database().message.count({ where: { conversationId } }),
      await database().notification.count({ where: { personId: people.expert.personId } }),
    ];
    const before = await count();
    doneOf(await write(people.owner, { proposalId: made.proposalId, workAgain: 'no' }));
    expect(await count()).toEqual(before);
  });

  test('nobody else sees it in the conversation', async () => {
    const { otherOwner, otherExpert, newcomer } = world.people;
    for (const viewer of [otherOwner, otherExpert, newcomer, NOBODY])
      expect(await reviewOf(viewer, world.conversationId)).toEqual({ reviews: [], turns: [] });
  });

  test('a company is rated by what is published, and says neither who wrote nor about what', async () => {
    const made = await completed();
    const { companyId, otherCompanyId, people } = made.world;
    doneOf(await write(people.owner, { proposalId: made.proposalId, ...review, stars: '4' }));
    expect(await companyProfile(NOBODY, companyId)).toMatchObject({ rating: 4, reviewCount: 1 });
    expect(await companyProfile(NOBODY, otherCompanyId)).toMatchObject({ rating: null, reviewCount: 0 });
    // The stars are of the expert who did the job; a colleague has none of them.
    const { companyRating, ...own } = await ratingsOfExpert(made.world.expertId, companyId);
    expect([own, companyRating]).toEqual([
      { rating: 4, reviewCount: 1 },
      { rating: 4, reviewCount: 1 },
    ]);
    const { expertId: colleagueId } = await makeExpert(database(), companyId, people.chatter.personId);
    expect(await ratingsOfExpert(colleagueId, companyId)).toMatchObject({
      rating: null,
      companyRating: { rating: 4 },
    });
    const { rows } = await reviewsFor({ companyId }, null);
    expect(rows.map((row) => Object.keys(row).sort())).toEqual([['at', 'expert', 'id', 'stars', 'text']]);
    await database().review.updateMany({ where: { companyId }, data: { status: 'held' } });
    expect((await reviewsFor({ companyId }, null)).rows).toEqual([]);
    expect(await companyProfile(NOBODY, companyId)).toMatchObject({ rating: null, reviewCount: 0 });
  });
});
