import { describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { companyProfile, reviewsFor } from '@/lib/market/profiles/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import * as commands from '@/lib/trust/reviews/commands';
import { reviewOf } from '@/lib/trust/reviews/queries';
import { REVIEW_COMMANDS } from '@/lib/trust/reviews/rights';
import { Write } from '@/lib/trust/reviews/schema';
import { doneOf } from '@/tests/fixtures/outcome';
import { completed } from '@/tests/fixtures/reviews';

const write = (actor: Actor, input: object) =>
  pass({ may: REVIEW_COMMANDS.write, schema: Write, command: commands.write }, actor, input);
const review = { stars: '5', text: 'Found the query in an hour.', workAgain: 'no' };

describe('what a review says', () => {
  test.each([
    ['a phone number', 'Call me at +1 415 555 0100.'],
    ['a link', 'More at www.cheap-experts.example.com'],
    ['profanity', 'Total bullshit.'],
  ])('is refused with %s, at its field', async (_what, text) => {
    const made = await completed();
    const outcome = await write(made.world.people.member, { proposalId: made.proposalId, ...review, text });
    expect(outcome).toMatchObject({
      code: 'invalid',
      fields: { text: expect.stringMatching(/^(Take out|Say it)/) },
    });
    expect(await database().review.count({ where: { proposalId: made.proposalId } })).toBe(0);
    expect(await database().feedback.count({ where: { proposalId: made.proposalId } })).toBe(0);
  });

  test.each([
    ['written around', 'What a b*llsh1t job', 'profane'],
    ['shouted', 'NEVER AGAIN WITH THIS COMPANY, PLEASE BELIEVE ME', 'formatting'],
  ])('is held where it is %s: on no page, and for the admins alone', async (_what, text, reason) => {
    const made = await completed();
    const { people, companyId, conversationId } = made.world;
    doneOf(await write(people.member, { proposalId: made.proposalId, ...review, text }));
    const row = await database().review.findUniqueOrThrow({ where: { proposalId: made.proposalId } });
    expect(row).toMatchObject({ status: 'held', heldFor: [reason] });
    expect((await reviewsFor({ companyId }, null)).rows).toEqual([]);
    expect(await companyProfile(NOBODY, companyId)).toMatchObject({ reviewCount: 0 });
    const kinds = await database().notification.findMany({ where: { kind: { startsWith: 'review.' } } });
    expect(kinds.filter(({ kind }) => kind === 'review.held').map(({ personId }) => personId)).toContain(
      people.admin.personId,
    );
    expect(kinds.map(({ kind }) => kind)).not.toContain('review.written');
    // Its company sees nothing of it, its customer that it is being checked.
    expect((await reviewOf(people.owner, conversationId)).reviews[0]?.review).toMatchObject({
      status: 'held',
    });
    expect((await reviewOf(people.expert, conversationId)).reviews[0]?.review).toBeNull();
  });

  test('is held where somebody else’s review has the same words, and not where both are short', async () => {
    const words = 'They found the cause within an hour and wrote down every step for us.';
    const [first, second] = [await completed(), await completed()];
    doneOf(await write(first.world.people.member, { proposalId: first.proposalId, ...review, text: words }));
    const copied = { proposalId: second.proposalId, ...review, text: words.toUpperCase().toLowerCase() };
    doneOf(await write(second.world.people.member, copied));
    const row = (proposalId: string) => database().review.findUniqueOrThrow({ where: { proposalId } });
    expect(await row(first.proposalId)).toMatchObject({ status: 'published', heldFor: [] });
    expect(await row(second.proposalId)).toMatchObject({ status: 'held', heldFor: ['copied'] });
    for (let count = 0; count < 2; count += 1) {
      const made = await completed();
      doneOf(
        await write(made.world.people.member, {
          proposalId: made.proposalId,
          stars: '5',
          text: 'Great work!',
        }),
      );
      expect(await row(made.proposalId)).toMatchObject({ status: 'published' });
    }
  });
});
