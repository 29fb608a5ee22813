import { describe, expect, test } from 'vitest';
import { HOUR } from '@/lib/core/time';
import { canDecide, canKeep, canUndo, UNDO_HOURS } from '@/lib/trust/moderation/rules';

const now = new Date('2026-11-30T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);

test('nobody decides about their own review', () => {
  expect(canDecide({ ownReview: true })).toMatchObject({ code: 'forbidden' });
  expect(canDecide({ ownReview: false })).toBeNull();
  expect(canKeep({ ownReview: true, reports: 1 })).toMatchObject({ code: 'forbidden' });
});

test('a review is kept where a report waits', () => {
  expect(canKeep({ ownReview: false, reports: 0 })).toMatchObject({ code: 'conflict' });
  expect(canKeep({ ownReview: false, reports: 1 })).toBeNull();
});

describe('undo', () => {
  const decided = { status: 'removed', decidedAt: ago(1), ownReview: false } as const;
  test('for a day, to the instant', () => {
    expect(canUndo(decided, now)).toBeNull();
    expect(canUndo({ ...decided, decidedAt: new Date(ago(UNDO_HOURS).getTime() + 1) }, now)).toBeNull();
    expect(canUndo({ ...decided, decidedAt: ago(UNDO_HOURS) }, now)).toMatchObject({ code: 'conflict' });
  });
  test('of an admin’s decision alone', () => {
    expect(canUndo({ ...decided, status: 'published', decidedAt: null }, now)).toMatchObject({
      code: 'conflict',
    });
    expect(canUndo({ ...decided, status: 'held' }, now)).toMatchObject({ code: 'conflict' });
    expect(canUndo({ ...decided, ownReview: true }, now)).toMatchObject({ code: 'forbidden' });
  });
});
