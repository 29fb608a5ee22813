import { beforeEach, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import * as commands from '@/lib/trust/reports/commands';
import { reviewToReport } from '@/lib/trust/reports/queries';
import { REPORT_COMMANDS } from '@/lib/trust/reports/rights';
import { NOTE_MAX, Report } from '@/lib/trust/reports/schema';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeReview } from '@/tests/fixtures/reviews';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const report = (actor: Actor, reviewId: string, more: object = {}) =>
  pass({ may: REPORT_COMMANDS.report, schema: Report, command: commands.report }, actor, {
    reviewId,
    reason: 'contact',
    ...more,
  });
const reportsOf = (reviewId: string) =>
  database().reviewReport.findMany({ where: { reviewId }, orderBy: { createdAt: 'asc' } });
const told = () =>
  database().notification.count({
    where: { personId: world.people.admin.personId, kind: 'review.reported' },
  });

test('anyone can report a public review; it stays public, and the admins hear of it once', async () => {
  const reviewId = await makeReview(world);
  doneOf(await report(NOBODY, reviewId, { note: 'There is a number in it.' }));
  doneOf(await report(world.people.expert, reviewId));
  expect(await reportsOf(reviewId)).toMatchObject([
    { personId: null, reason: 'contact', note: 'There is a number in it.' },
    { personId: world.people.expert.personId },
  ]);
  expect(await told()).toBe(1);
  expect(await reviewToReport(reviewId)).toMatchObject({ id: reviewId });
});

test('a second report of the same person is none', async () => {
  const reviewId = await makeReview(world);
  const { expert } = world.people;
  doneOf(await report(expert, reviewId));
  doneOf(await report(expert, reviewId));
  await Promise.all([report(world.people.chatter, reviewId), report(world.people.chatter, reviewId)]);
  expect(await reportsOf(reviewId)).toHaveLength(2);
});

test.each(['held', 'removed'] as const)('a review that is %s is not there', async (status) => {
  const reviewId = await makeReview(world, status);
  expect(codeOf(await report(NOBODY, reviewId))).toBe('not_found');
  expect(await reviewToReport(reviewId)).toBeNull();
});

test.each([
  ['no reason', { reason: '' }],
  ['a reason that is none', { reason: 'boring' }],
  ['a note that is too long', { note: 'x'.repeat(NOTE_MAX + 1) }],
])('refuses %s', async (_what, more) => {
  const reviewId = await makeReview(world);
  expect(codeOf(await report(NOBODY, reviewId, more))).toBe('invalid');
  expect(await reportsOf(reviewId)).toEqual([]);
});
