import { beforeEach, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { HOUR } from '@/lib/core/time';
import { companyProfile, reviewsFor } from '@/lib/market/profiles/queries';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { keep, publish, remove as removeReview, undo } from '@/lib/trust/moderation/commands';
import { countToModerate, decisionOf, reviewsToModerate } from '@/lib/trust/moderation/queries';
import { MODERATION_COMMANDS } from '@/lib/trust/moderation/rights';
import { UNDO_HOURS } from '@/lib/trust/moderation/rules';
import { Decide, Remove } from '@/lib/trust/moderation/schema';
import { RESTRICTIONS } from '@/lib/trust/restrictions/rules';
import { reviewOf } from '@/lib/trust/reviews/queries';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeReported, makeReview } from '@/tests/fixtures/reviews';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const DECISIONS = { publish, keep, undo };
const call = (name: keyof typeof DECISIONS, reviewId: string, actor = world.people.admin) =>
  pass({ may: MODERATION_COMMANDS[name], schema: Decide, command: DECISIONS[name] }, actor, { reviewId });
const remove = (reviewId: string, reason: string, actor = world.people.admin) =>
  pass({ may: MODERATION_COMMANDS.remove, schema: Remove, command: removeReview }, actor, {
    reviewId,
    reason,
  });
const statusOf = async (id: string) => (await database().review.findUniqueOrThrow({ where: { id } })).status;
/** What was decided about reviews, and what of them is public: not what the job told before. */
const KINDS = ['review.passed', 'review.removed', 'review.written'];
const toldTo = async (personId: string) =>
  database().notification.findMany({
    where: { personId, kind: { in: KINDS } },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, detail: true },
  });
const shownTo = async (companyId: string) => ({
  listed: (await reviewsFor({ companyId }, null)).rows.length,
  counted: (await companyProfile(NOBODY, companyId))?.reviewCount,
});

test('a held review is on no page; published, it is on the company’s, and both sides hear of it', async () => {
  const { companyId, people } = world;
  const id = await makeReview(world, 'held');
  expect(await shownTo(companyId)).toEqual({ listed: 0, counted: 0 });
  doneOf(await call('publish', id));
  expect(await shownTo(companyId)).toEqual({ listed: 1, counted: 1 });
  expect(await toldTo(people.member.personId)).toMatchObject([{ kind: 'review.passed' }]);
  expect(await toldTo(people.expert.personId)).toMatchObject([{ kind: 'review.written' }]);
  expect(codeOf(await call('publish', id))).toBe('conflict');
});

test('a removed review is gone from every page; its author reads which reason', async () => {
  const { companyId, conversationId, people } = world;
  const id = await makeReview(world);
  expect(await shownTo(companyId)).toEqual({ listed: 1, counted: 1 });
  doneOf(await remove(id, 'advertising'));
  expect(await shownTo(companyId)).toEqual({ listed: 0, counted: 0 });
  expect(await toldTo(people.member.personId)).toMatchObject([
    { kind: 'review.removed', detail: { reason: RESTRICTIONS.advertising } },
  ]);
  const { reviews } = await reviewOf(people.owner, conversationId);
  expect(reviews[0]?.review).toMatchObject({ status: 'removed', removedFor: 'advertising' });
  expect(codeOf(await remove(id, 'paid'))).toBe('conflict');
});

test.each([[''], ['because']])('no review is removed for %j', async (reason) => {
  const id = await makeReview(world);
  expect(await remove(id, reason)).toMatchObject({ code: 'invalid', fields: { reason: expect.any(String) } });
  expect(await statusOf(id)).toBe('published');
});

test('the database keeps no removal without reason, and no decision without an admin', async () => {
  const id = await makeReview(world);
  const set = (data: object) => database().review.update({ where: { id }, data });
  await expect(
    set({ status: 'removed', decidedAt: new Date(), decidedBy: world.people.admin.personId }),
  ).rejects.toThrow(/review_removed_for/);
  await expect(set({ status: 'removed', removedFor: 'paid' })).rejects.toThrow(/review_decided/);
});

describe('undo', () => {
  test('holds the review again, for another decision', async () => {
    const id = await makeReview(world);
    doneOf(await remove(id, 'profane'));
    expect(await decisionOf(world.people.admin, id, new Date())).toMatchObject({ canUndo: true });
    doneOf(await call('undo', id));
    expect(await statusOf(id)).toBe('held');
    doneOf(await call('publish', id));
    expect(await statusOf(id)).toBe('published');
  });

  test('is over after a day, and none of what no admin decided', async () => {
    const id = await makeReview(world);
    expect(codeOf(await call('undo', id))).toBe('conflict');
    doneOf(await remove(id, 'profane'));
    const decidedAt = new Date(Date.now() - UNDO_HOURS * HOUR);
    await database().review.update({ where: { id }, data: { decidedAt } });
    expect(codeOf(await call('undo', id))).toBe('conflict');
    expect(await statusOf(id)).toBe('removed');
  });
});

test('reports are settled by any decision, and by keeping the review', async () => {
  const kept = await makeReported(world);
  const removed = await makeReported(await makeWorld());
  const { admin } = world.people;
  expect(await countToModerate(admin)).toBe(2);
  doneOf(await call('keep', kept));
  expect(await statusOf(kept)).toBe('published');
  expect((await reviewsToModerate(admin, null)).rows.map(({ id }) => id)).toEqual([removed]);
  doneOf(await remove(removed, 'profane'));
  expect(await countToModerate(admin)).toBe(0);
  expect(await database().reviewReport.count({ where: { settledAt: null } })).toBe(0);
  expect(codeOf(await call('keep', kept))).toBe('conflict');
});

test('is for admins, and not of their own reviews', async () => {
  const id = await makeReview(world, 'held');
  const { member, admin } = world.people;
  expect(codeOf(await call('publish', id, world.people.owner))).toBe('forbidden');
  expect((await reviewsToModerate(world.people.owner, null)).rows).toEqual([]);
  expect(await countToModerate(NOBODY)).toBe(0);
  await database().review.update({ where: { id }, data: { authorId: admin.personId } });
  for (const name of ['publish', 'keep', 'undo'] as const)
    expect(codeOf(await call(name, id))).toBe('forbidden');
  expect(codeOf(await remove(id, 'paid'))).toBe('forbidden');
  expect(codeOf(await call('publish', id, { ...member, admin: true }))).toBe('done');
});

test('two admins at once: one decision', async () => {
  const id = await makeReview(world, 'held');
  const outcomes = await Promise.all([call('publish', id), remove(id, 'profane')]);
  // Removing may follow publishing; nothing follows a removal.
  const status = await statusOf(id);
  expect(outcomes.filter(({ ok }) => ok).length).toBe(status === 'removed' && outcomes[0]!.ok ? 2 : 1);
  const steps = await database().statusChange.findMany({ where: { objectId: id }, orderBy: { at: 'asc' } });
  expect(steps.at(-1)?.to).toBe(status);
});
