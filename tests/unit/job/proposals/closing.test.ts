import { describe, expect, test } from 'vitest';
import {
  canAccept,
  canComplete,
  canDecide,
  canEnd,
  canonicalText,
  canPropose,
  OPEN_MAX,
} from '@/lib/job/proposals/rules';

test.each([
  [{ open: 0, responseOpen: true }, null],
  [{ open: OPEN_MAX - 1, responseOpen: true }, null],
  [{ open: OPEN_MAX, responseOpen: true }, 'conflict'],
  [{ open: 0, responseOpen: false }, 'conflict'],
])('with %o a proposal can be sent: %s', (facts, code) => {
  expect(canPropose(facts)?.code ?? null).toBe(code);
});

test('a closed company’s proposal can no longer be accepted', () => {
  const facts = {
    status: 'proposed' as const,
    textHash: 'a',
    hash: 'a',
    hasMethod: true,
    otherAccepted: false,
  };
  expect(canAccept({ ...facts, closed: true })?.message).toContain('has closed');
  expect(canAccept({ ...facts, closed: false })).toBeNull();
});

test('it is decided once, and then named by what became of it', () => {
  expect(canDecide('proposed')).toBeNull();
  expect(canDecide('declined')?.message).toContain('This proposal is already declined.');
});

describe.each([
  ['completed', canComplete],
  ['ended', canEnd],
] as const)('a job is %s', (_what, can) => {
  const facts = { status: 'accepted' as const, awaitingMinor: 0n, currency: 'USD' };

  test('while its proposal is in force and no payment awaits approval', () => {
    expect(can(facts)).toBeNull();
  });

  test('not before the proposal is accepted', () => {
    expect(can({ ...facts, status: 'proposed' })?.message).toContain('only an accepted proposal');
  });

  test('not twice', () => {
    expect(can({ ...facts, status: 'completed' })?.message).toContain('is already completed');
  });

  test('not over a payment request, whose amount is named', () => {
    expect(can({ ...facts, awaitingMinor: 5_000n })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('$50.00'),
    });
  });
});

test('the text that is agreed names each milestone’s title and exact amount', () => {
  const text = canonicalText({
    conversationId: 'c',
    customerId: 'u',
    companyId: 'o',
    expertId: 'e',
    type: 'milestone',
    title: 'Mend it',
    terms: 'I mend it.',
    timeline: '',
    currency: 'USD',
    feeBasisPoints: 300,
    milestones: [{ title: 'Find it', amountMinor: 12_345n }],
  });
  expect(text).toContain('Find it');
  expect(text).toContain('12345');
});
