import { describe, expect, test } from 'vitest';
import {
  type Asked,
  canDecide,
  canRequest,
  canRetry,
  isFinal,
  remainingOf,
  shownState,
  tooMuch,
} from '@/lib/money/payment-requests/rules';
import { RequestPayment } from '@/lib/money/payment-requests/schema';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const asked = (status: Asked['status'], more: Partial<Asked> = {}): Asked => ({
  status,
  amountMinor: 100n,
  milestoneId: null,
  final: false,
  ...more,
});

test('what remains is the maximum less what awaits and what is approved; a no gives its amount back', () => {
  const all = (['awaiting', 'approved', 'declined', 'withdrawn'] as const).map((status) => asked(status));
  expect(remainingOf(1_000n, all)).toBe(800n);
  expect(remainingOf(1_000n, [])).toBe(1_000n);
});

test.each([
  [{ marked: true, amountMinor: 1n, remaining: 2n }, true],
  [{ marked: false, amountMinor: 2n, remaining: 2n }, true],
  [{ marked: false, amountMinor: 1n, remaining: 2n }, false],
])('%o is final: %s', (facts, final) => {
  expect(isFinal(facts)).toBe(final);
});

describe('asking for a payment', () => {
  const facts = {
    proposal: 'accepted' as const,
    currency: 'USD',
    maximumMinor: 1_000n,
    asked: [] as Asked[],
    amountMinor: 100n,
    milestoneId: null as string | null,
    final: false,
  };
  const answer = (change: Partial<Parameters<typeof canRequest>[0]>) => canRequest({ ...facts, ...change });

  test.each([
    ['while another awaits approval', { asked: [asked('awaiting')] }],
    ['after a final one was declined', { asked: [asked('declined', { final: true })] }],
    ['after a final one was withdrawn', { asked: [asked('withdrawn', { final: true })] }],
    ['for all that is left', { asked: [asked('approved')], amountMinor: 900n }],
    ['for the end, once nothing awaits', { asked: [asked('approved')], final: true }],
    ['for a milestone', { milestoneId: 'm' }],
    [
      'for a milestone again, once it was declined',
      { milestoneId: 'm', asked: [asked('declined', { milestoneId: 'm' })] },
    ],
    ['for another milestone', { milestoneId: 'm', asked: [asked('approved', { milestoneId: 'n' })] }],
    ['for no milestone, twice', { asked: [asked('approved'), asked('awaiting')] }],
  ])('goes %s', (_when, change) => {
    expect(answer(change)).toBeNull();
  });

  test('names what became of a proposal that is over', () => {
    expect(answer({ proposal: 'completed' })?.message).toContain('The proposal is completed.');
    expect(answer({ proposal: 'declined' })?.message).toContain('once the proposal is accepted');
  });

  test('waits for the answer to the final payment', () => {
    const no = answer({ asked: [asked('awaiting'), asked('awaiting', { final: true })] });
    expect(no).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('The final payment is awaiting'),
    });
  });

  test.each(['awaiting', 'approved'] as const)('for a milestone happens once: it is %s already', (status) => {
    const before = [asked('approved', { milestoneId: 'n' }), asked(status, { milestoneId: 'm' })];
    expect(answer({ milestoneId: 'm', asked: before })).toMatchObject({
      code: 'conflict',
      fields: { milestoneId: expect.any(String) },
    });
  });

  test('for the final payment waits until nothing else awaits approval', () => {
    expect(answer({ final: true, asked: [asked('awaiting')] })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('no other request can be awaiting approval'),
    });
  });

  test('stands at its field where the amount is the problem', () => {
    expect(answer({ amountMinor: 1n })).toMatchObject({
      code: 'invalid',
      fields: { amount: expect.any(String) },
    });
    expect(answer({ amountMinor: 1_001n })).toMatchObject({
      code: 'conflict',
      fields: { amount: 'Only $10.00 is left.' },
    });
  });

  test('says how much is left, or that nothing is', () => {
    expect(tooMuch({ remaining: 1n, currency: 'USD' }).message).toContain('$0.01');
    expect(tooMuch({ remaining: 0n, currency: 'USD' }).message).toContain('all of the proposal');
  });
});

test.each([
  ['awaiting', null],
  ['approved', 'is already approved'],
  ['declined', 'is already declined'],
  ['withdrawn', 'is already withdrawn'],
] as const)('a payment request that is %s can be decided on: %s', (status, said) => {
  const answer = canDecide(status);
  if (said === null) expect(answer).toBeNull();
  else expect(answer).toMatchObject({ code: 'conflict', message: expect.stringContaining(said) });
});

test('what was paid is never paid again, whatever failed before or after', () => {
  const answer = canRetry({ request: 'approved', payments: ['failed', 'succeeded'] });
  expect(answer?.message).toBe('This payment is already paid.');
});

test('a request that nobody approved shows its own word, whatever a payment says', () => {
  expect(shownState('declined', 'succeeded').word).toBe('Declined');
  expect(shownState('approved', null).word).toBe('Approved');
});

test.each([
  ['on', true],
  ['true', true],
  ['off', false],
  [undefined, false],
])('the box for the final payment, sent as %s, is read as %s', (final, read) => {
  expect(RequestPayment.parse({ proposalId: id, amount: '5', final }).final).toBe(read);
});

test('without a milestone chosen, the amount counts', () => {
  expect(RequestPayment.parse({ proposalId: id, milestoneId: '', amount: '5' })).toMatchObject({
    milestoneId: null,
    amountMinor: 500n,
  });
});
