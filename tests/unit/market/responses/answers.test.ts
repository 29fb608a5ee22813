import { describe, expect, test } from 'vitest';
import { answersInWords, sorted } from '@/components/market/answers/sorted';
import { comparisonRows } from '@/components/market/comparison/comparison-rows';
import { picked } from '@/components/market/comparison/picked';
import { answerTime } from '@/components/market/responses/answer-time';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { canSaveDraft, HELD_MOST, mayHold } from '@/lib/market/response-drafts/rules';
import { canSettle } from '@/lib/market/settling/rules';
import { Settle, THANKS, THANKS_MAX } from '@/lib/market/settling/schema';

const idOf = (place: number) => `018f4e2a-0000-7000-8000-00000000000${place}`;
const now = new Date('2026-11-23T12:00:00Z');

function answer(place: number, state: Partial<Answer> = {}): Answer {
  return {
    id: idOf(place),
    status: 'open',
    origin: 'answer',
    text: 'I have done this before.',
    createdAt: now,
    archived: false,
    unread: false,
    expertId: idOf(place),
    expertName: `Expert ${place}`,
    expertTimeZone: 'Europe/Oslo',
    photo: null,
    headline: 'Networks',
    experience: '',
    languages: ['English'],
    company: { id: idOf(place), name: 'Ltd', country: 'NO', size: null, partner: false, freelancer: true },
    certifications: ['SAP'],
    rate: { fromMinor: 9000n, toMinor: null, currency: 'USD' },
    rating: null,
    companyRating: null,
    jobs: 0,
    lastReview: null,
    answerTime: null,
    proposal: null,
    ...state,
  };
}

describe('answers on a page', () => {
  const all = [
    answer(1, { unread: true }),
    answer(2),
    answer(3, { archived: true, unread: true }),
    answer(4, { status: 'withdrawn' }),
  ];

  test('stand apart when they are archived or withdrawn, and are not counted then', () => {
    expect(sorted(all).standing.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
    expect(sorted(all).archived.map(({ id }) => id)).toEqual([idOf(3)]);
    expect(sorted(all).withdrawn.map(({ id }) => id)).toEqual([idOf(4)]);
    expect(answersInWords(all)).toBe('2 responses, 1 unread');
    expect(answersInWords([answer(1)])).toBe('1 response');
  });

  test('are compared as the address says, four at most, and the first ones where it names no pair', () => {
    const five = [1, 2, 3, 4, 5].map((place) => answer(place));
    const ids = (list: readonly Answer[]) => list.map(({ id }) => id);
    expect(ids(picked(five, [showId(idOf(5)), showId(idOf(2))], 4))).toEqual([idOf(2), idOf(5)]);
    expect(ids(picked(five, undefined, 4))).toEqual(ids(five.slice(0, 4)));
    expect(ids(picked(five, showId(idOf(5)), 4))).toEqual(ids(five.slice(0, 4)));
    expect(
      picked(
        five,
        five.map(({ id }) => showId(id)),
        4,
      ),
    ).toHaveLength(4);
    expect(ids(picked(five, ['nothing', showId(idOf(9))], 4))).toEqual(ids(five.slice(0, 4)));
  });

  const rowOf = (rows: ReturnType<typeof comparisonRows>['rows'], label: string) =>
    rows.find((row) => row.label === label);

  test('have a best in a row where one is plainly better than each other, and none where two are alike', () => {
    const rate = (from: bigint, to: bigint | null) => ({ fromMinor: from, toMinor: to, currency: 'USD' });
    const { rows } = comparisonRows(
      [
        answer(1, {
          rate: rate(11_000n, 13_000n),
          rating: { average: 4.9, count: 14 },
          jobs: 3,
          answerTime: 50,
        }),
        answer(2, { rate: rate(8_000n, 9_500n), rating: { average: 5, count: 2 }, jobs: 3, answerTime: 90 }),
        answer(3, { rate: rate(9_500n, null), rating: { average: 4.1, count: 3 }, jobs: 1 }),
      ],
      now,
    );
    expect(rowOf(rows, 'Rate')?.best).toEqual({ at: 1, word: 'lowest' });
    // Two reviews are too few to win.
    expect(rowOf(rows, 'Rating')?.best).toEqual({ at: 0, word: 'highest' });
    expect(rowOf(rows, 'Usually responds in')?.best).toEqual({ at: 0, word: 'fastest' });
    expect(rowOf(rows, 'Jobs on Groundcrew')?.best).toBeNull();
    expect(rowOf(rows, 'Languages')?.best).toBeNull();
  });

  test('have no best where ranges overlap, where one alone says anything, or where all are equal', () => {
    const rate = (from: bigint, to: bigint) => ({ fromMinor: from, toMinor: to, currency: 'USD' });
    const bestRate = (...rates: Answer['rate'][]) =>
      rowOf(
        comparisonRows(
          rates.map((one, at) => answer(at + 1, { rate: one })),
          now,
        ).rows,
        'Rate',
      )?.best;
    expect(bestRate(rate(80n, 200n), rate(95n, 95n))).toBeNull();
    expect(bestRate(rate(80n, 95n), rate(80n, 95n))).toBeNull();
    expect(bestRate(rate(80n, 95n), { fromMinor: null, toMinor: null, currency: 'USD' })).toBeNull();
    expect(bestRate(rate(80n, 95n), { ...rate(90n, 95n), currency: 'EUR' })).toBeNull();
    expect(bestRate(rate(80n, 95n), rate(80n, 99n))).toEqual({ at: 0, word: 'lowest' });
  });

  test('leave out a row in which nobody has anything, and say which', () => {
    const { rows, left } = comparisonRows([answer(1), answer(2, { jobs: 1 })], now);
    expect(left).toEqual(expect.arrayContaining(['Proposal', 'Rating', 'Last review', 'AWS Partner']));
    expect(rows.map(({ label }) => label)).not.toContain('Rating');
    expect(rowOf(rows, 'Jobs on Groundcrew')?.cells).toEqual([null, 1]);
  });
});

test.each([
  [20_000, '1 min'],
  [25 * 60_000, '25 min'],
  [3.4 * 3_600_000, '3 h'],
  [47 * 3_600_000, '47 h'],
  [72 * 3_600_000, '3 d'],
])('an answer after %i ms reads %s', (milliseconds, words) => {
  expect(answerTime(milliseconds)).toBe(words);
});

describe('settling', () => {
  test('happens once, and with a response that stands', () => {
    expect(canSettle({ settled: false, response: 'open' })).toBeNull();
    expect(canSettle({ settled: true, response: 'open' })?.message).toContain('already closed');
    expect(canSettle({ settled: false, response: 'withdrawn' })?.message).toContain('withdrawn');
  });

  test('takes words that fit, none at all, and by default ones that do', () => {
    const taken = (thanks?: string) => Settle.safeParse({ responseId: idOf(1), thanks }).success;
    expect([taken(), taken(''), taken(THANKS)]).toEqual([true, true, true]);
    expect(taken('a'.repeat(THANKS_MAX))).toBe(true);
    expect(taken('a'.repeat(THANKS_MAX + 1))).toBe(false);
  });
});

describe('a draft and a held answer', () => {
  const claim = { code: 'SAP', status: 'claimed', expiresOn: new Date('2027-11-23') } as const;

  test('do not overwrite each other, nor stand beside a response', () => {
    expect(canSaveDraft({ responded: null, held: false })).toBeNull();
    expect(canSaveDraft({ responded: null, held: true })?.code).toBe('conflict');
    expect(canSaveDraft({ responded: 'withdrawn', held: false })?.code).toBe('conflict');
  });

  test.each([
    ['a claim that waits', [claim], 0, null],
    ['a claim at Foundational level', [{ ...claim, code: 'CLF' }], 0, 'forbidden'],
    ['a rejected claim', [{ ...claim, status: 'rejected' as const }], 0, 'forbidden'],
    ['a verified certification', [{ ...claim, status: 'verified' as const }], 0, 'conflict'],
    ['too many held already', [claim], HELD_MOST, 'conflict'],
  ])('can be held with %s: %#', (_name, certifications, held, code) => {
    expect(mayHold({ certifications }, now, held)?.code ?? null).toBe(code);
  });

  test('cannot be held without a profile', () => {
    expect(mayHold(null, now, 0)?.message).toContain('Register');
  });
});
