import { describe, expect, test } from 'vitest';
import { rateOf } from '@/components/market/responses/rate';
import { mayAnswer } from '@/lib/market/footing/rules';
import { RESPONSE } from '@/lib/market/responses/lifecycle';
import { canWithdraw, mayAnswerThis } from '@/lib/market/responses/rules';
import { Respond } from '@/lib/market/responses/schema';

const id = '018f4e2a-0000-7000-8000-000000000001';
const today = new Date('2026-11-23T12:00:00Z');
const certified = { code: 'SAP', status: 'verified', expiresOn: new Date('2027-11-23') } as const;

describe('a response', () => {
  test.each([
    [29, false],
    [30, true],
    [1500, true],
    [1501, false],
  ] as const)('of %i code points: %s', (length, good) => {
    for (const letter of ['a', '🚀'])
      expect(Respond.safeParse({ requestId: id, companyId: id, text: letter.repeat(length) }).success).toBe(
        good,
      );
  });

  test('keeps its line breaks', () => {
    const text = 'I would look at the flow logs first.\r\nThen at the route tables.';
    expect(Respond.parse({ requestId: id, companyId: id, text }).text).toContain('first.\nThen');
  });

  test('can be withdrawn once', () => {
    expect(RESPONSE.states.open.withdraw?.to).toBe('withdrawn');
    expect(RESPONSE.states.withdrawn).toEqual({});
  });

  test('stands while a proposal waits or has been accepted', () => {
    expect(canWithdraw([])).toBeNull();
    expect(
      canWithdraw([{ status: 'declined' }, { status: 'withdrawn' }, { status: 'completed' }]),
    ).toBeNull();
    expect(canWithdraw([{ status: 'proposed' }])?.message).toContain('Withdraw the proposal first');
    expect(canWithdraw([{ status: 'declined' }, { status: 'accepted' }])?.message).toContain('accepted');
  });
});

describe('who may respond', () => {
  test('an expert whose certification is verified and in date', () => {
    expect(mayAnswer({ certifications: [certified] }, today)).toBeNull();
    expect(mayAnswer({ certifications: [{ ...certified, status: 'claimed' }] }, today)?.code).toBe(
      'forbidden',
    );
    expect(mayAnswer({ certifications: [] }, today)?.code).toBe('forbidden');
    const over = { ...certified, expiresOn: new Date('2026-11-22') };
    expect(mayAnswer({ certifications: [over] }, today)?.message).toContain('expired');
  });

  test('nobody without a profile', () => {
    expect(mayAnswer(null, today)?.message).toContain('Register as an expert');
  });

  const open = { accepting: true, settled: false, full: false, ownPeople: false, responded: null };
  test.each([
    ['an open request of others', open, null],
    ['a paused one', { ...open, accepting: false }, 'no longer accepts'],
    ['one whose places are all taken', { ...open, full: true }, 'spots'],
    ['one that is settled', { ...open, accepting: false, settled: true }, 'another expert was chosen'],
    ["one of the company's own people", { ...open, ownPeople: true }, 'own people'],
    ['one that the company has answered', { ...open, responded: 'open' as const }, 'already'],
    ['one that it withdrew from', { ...open, responded: 'withdrawn' as const }, 'withdrew'],
    [
      'a paused one that it has answered',
      { ...open, accepting: false, responded: 'open' as const },
      'already',
    ],
  ])('%s', (_name, facts, says) => {
    const answer = mayAnswerThis(facts);
    if (says === null) expect(answer).toBeNull();
    else expect(answer?.message).toContain(says);
  });
});

describe('an hourly rate in words', () => {
  test.each([
    [{ fromMinor: 9000n, toMinor: 14000n, currency: 'USD' }, '$90 to $140 an hour'],
    [{ fromMinor: 9050n, toMinor: 9050n, currency: 'USD' }, '$90.50 an hour'],
    [{ fromMinor: null, toMinor: 14000n, currency: 'USD' }, '$140 an hour'],
    [{ fromMinor: null, toMinor: null, currency: 'USD' }, null],
  ])('%o', (rate, words) => {
    expect(rateOf(rate)).toBe(words);
  });
});
