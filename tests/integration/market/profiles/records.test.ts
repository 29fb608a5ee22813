import { describe, expect, test } from 'vitest';
import { jobsDoneBy, recordsOf } from '@/lib/market/profiles/queries';
import { database } from '@/lib/platform/db/client';
import { completed, makeReview } from '@/tests/fixtures/reviews';
import { costOf } from '@/tests/fixtures/talk';
import { makeExpert, makeWorld } from '@/tests/fixtures/world';

describe('what stands to an expert’s name', () => {
  test('is what they did themselves; the company’s stars stand apart', async () => {
    const world = await makeWorld();
    const { expertId, companyId, people } = world;
    await makeReview(world, 'published', 'Careful and quick.');
    const { expertId: colleague } = await makeExpert(database(), companyId, people.chatter.personId);
    const records = await recordsOf([expertId, colleague]);
    const companyRating = { average: 4, count: 1 };
    expect(records.get(expertId)).toEqual({
      rating: { average: 4, count: 1 },
      companyRating,
      jobs: 1,
      lastReview: { stars: 4, text: 'Careful and quick.' },
    });
    expect(records.get(colleague)).toEqual({ rating: null, companyRating, jobs: 0, lastReview: null });
  });

  test.each(['held', 'removed'] as const)('has nothing of a review that is %s', async (status) => {
    const world = await makeWorld();
    await makeReview(world, status);
    expect((await recordsOf([world.expertId])).get(world.expertId)).toMatchObject({
      rating: null,
      companyRating: null,
      lastReview: null,
    });
  });

  test('counts a job that was completed and paid for, and none whose payment failed', async () => {
    const [paid, failed] = [await completed(), await completed('failed')];
    const records = await recordsOf([paid.world.expertId, failed.world.expertId]);
    expect(records.get(paid.world.expertId)?.jobs).toBe(1);
    expect(records.get(failed.world.expertId)?.jobs).toBe(0);
    const { companyId } = paid.world;
    expect([...(await jobsDoneBy([companyId, failed.world.companyId]))]).toEqual([[companyId, 1]]);
  });

  test('takes one query, however many they are, and none for nobody', async () => {
    const ids = [crypto.randomUUID(), crypto.randomUUID()];
    expect((await costOf(() => recordsOf(ids))).queries).toBe(1);
    expect((await costOf(() => jobsDoneBy(ids))).queries).toBe(1);
    expect((await recordsOf([])).size + (await jobsDoneBy([])).size).toBe(0);
  });
});
