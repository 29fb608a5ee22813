import { describe, expect, test } from 'vitest';
import { comparisonRows } from '@/components/market/comparison/comparison-rows';
import { picked } from '@/components/market/comparison/picked';
import { answerTime } from '@/components/market/responses/answer-time';
import { answersInWords, sorted } from '@/components/market/responses/sorted';
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

  test('differ in a row where their words do, whatever the order of certifications', () => {
    const rows = comparisonRows(
      [
        answer(1, { certifications: ['SAP', 'ANS'], rating: { average: 4.5, count: 2 } }),
        answer(2, { certifications: ['ANS', 'SAP'] }),
      ],
      now,
    );
    const differing = rows.filter((row) => row.differs).map((row) => row.label);
    expect(differing).toEqual(['Rating']);
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
