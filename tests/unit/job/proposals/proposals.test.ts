import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can, ended } from '@/lib/core/lifecycle';
import { PROPOSAL, type ProposalState } from '@/lib/job/proposals/lifecycle';
import {
  amountProblem,
  canAccept,
  canonicalText,
  maximumOf,
  percentOf,
  splitOf,
  type Terms,
} from '@/lib/job/proposals/rules';
import { Propose } from '@/lib/job/proposals/schema';

const terms: Terms = {
  conversationId: 'c',
  customerId: 'u',
  companyId: 'o',
  expertId: 'e',
  type: 'milestone',
  title: 'Mend it',
  terms: 'I mend it.\nThen I go.',
  timeline: '',
  currency: 'USD',
  feeBasisPoints: 300,
  milestones: [
    { title: 'One', amountMinor: 100n },
    { title: 'Two', amountMinor: 250n },
  ],
};

describe('the proposal’s machine', () => {
  test('is decided once: every state but proposed and accepted is the end', () => {
    const states = Object.keys(PROPOSAL.states) as ProposalState[];
    expect(states.filter((state) => !ended(PROPOSAL, state))).toEqual(['proposed', 'accepted']);
    expect(can(PROPOSAL, 'accepted', 'withdraw')).toBe(false);
    expect(can(PROPOSAL, 'proposed', 'complete')).toBe(false);
  });
});

describe('the canonical text', () => {
  test('is the same for the same terms, in whatever order they were put together', () => {
    const shuffled = Object.fromEntries(Object.entries(terms).reverse()) as Terms;
    expect(canonicalText(shuffled)).toBe(canonicalText(terms));
  });

  test.each(Object.keys(terms).filter((key) => key !== 'milestones') as (keyof Terms)[])(
    'changes with %s',
    (key) => {
      const changed = { ...terms, [key]: typeof terms[key] === 'number' ? 301 : 'another' } as Terms;
      expect(canonicalText(changed)).not.toBe(canonicalText(terms));
    },
  );

  test('cannot be the same for other milestones', () => {
    const milestone = fc.record({ title: fc.string(), amountMinor: fc.bigInt({ min: 1n, max: 10n ** 9n }) });
    const lists = fc.array(milestone, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (one, two) => {
        const same = JSON.stringify(one, text) === JSON.stringify(two, text);
        expect(
          canonicalText({ ...terms, milestones: one }) === canonicalText({ ...terms, milestones: two }),
        ).toBe(same);
      }),
    );
  });
});

const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);

describe('money', () => {
  test('the maximum is the sum, exactly, at any size', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { maxLength: 20 }), (amounts) => {
        const expected = amounts.reduce((sum, amount) => sum + amount, 0n);
        expect(maximumOf(amounts.map((amountMinor) => ({ title: '', amountMinor })))).toBe(expected);
      }),
    );
  });

  test('fee and net make the amount; the fee is never negative, never more than the amount, never off by more than half a unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 5000 }),
        (amount, points) => {
          const { feeMinor, netMinor } = splitOf(amount, points);
          expect(feeMinor + netMinor).toBe(amount);
          expect(feeMinor >= 0n && netMinor >= 0n).toBe(true);
          const off = feeMinor * 10_000n - amount * BigInt(points);
          expect(off >= -5_000n && off <= 5_000n).toBe(true);
        },
      ),
    );
  });

  test.each([
    [0n, true],
    [49n, true],
    [50n, false],
    [99_999_999n, false],
    [100_000_000n, true],
  ])('an amount of %s has a problem: %s', (minor, problem) => {
    expect(amountProblem('Amount', minor) !== null).toBe(problem);
  });

  test('percent is written as people write it', () => {
    expect([0, 300, 250, 1500].map(percentOf)).toEqual(['0%', '3%', '2.5%', '15%']);
  });
});

describe('accepting', () => {
  const good = {
    status: 'proposed' as const,
    textHash: 'a',
    hash: 'a',
    hasMethod: true,
    otherAccepted: false,
  };
  test.each([
    ['nothing is in the way', {}, null],
    ['another text was on the page', { hash: 'b' }, 'conflict'],
    ['there is no card', { hasMethod: false }, 'conflict'],
    ['another is accepted', { otherAccepted: true }, 'conflict'],
    ['it was withdrawn', { status: 'withdrawn' as const }, 'conflict'],
    ['it was accepted already', { status: 'accepted' as const }, 'conflict'],
  ])('where %s: %s', (_what, change, code) => {
    expect(canAccept({ ...good, ...change })?.code ?? null).toBe(code);
  });
});

describe('the form', () => {
  const input = {
    conversationId: '01890a5d-ac96-774b-bcce-b302099a8057',
    title: 'Mend the query',
    terms: 'I find the slow query and mend it, with a test.',
    milestones: [{ title: 'Find it', amount: '$1,200.50' }],
  };
  const fieldsOf = (raw: object) =>
    Propose.safeParse(raw).error?.issues.map(({ path }) => path.join('.')) ?? [];

  test('reads amounts as people type them', () => {
    expect(Propose.parse(input).milestones).toEqual([{ title: 'Find it', amountMinor: 120_050n }]);
  });

  test.each([
    ['1.005', 'a fraction of a cent'],
    ['-5', 'less than nothing'],
    ['1e3', 'a float'],
    ['', 'none'],
    ['0', 'zero'],
  ])('refuses the amount %s: %s', (amount) => {
    expect(fieldsOf({ ...input, milestones: [{ title: 'Find it', amount }] })).toEqual([
      'milestones.0.amount',
    ]);
  });

  test('takes 20 milestones and refuses 21', () => {
    const rows = (count: number) => Array.from({ length: count }, () => ({ title: 'Step', amount: '1' }));
    expect(fieldsOf({ ...input, milestones: rows(20) })).toEqual([]);
    expect(fieldsOf({ ...input, milestones: rows(21) })).toEqual(['milestones.0.title']);
  });

  test.each([
    ['title', 'ab'],
    ['title', 'a'.repeat(141)],
    ['terms', 'too short'],
    ['terms', 'a'.repeat(10_001)],
    ['timeline', 'a'.repeat(301)],
  ])('refuses a %s out of its limits', (field, value) => {
    expect(fieldsOf({ ...input, [field]: value })).toEqual([field]);
  });
});
