import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ended } from '@/lib/core/lifecycle';
import { sumOf } from '@/lib/core/money';
import { splitOf } from '@/lib/job/proposals/rules';
import { balanced, entriesOfCharge } from '@/lib/money/ledger/rules';
import { PAYMENT_REQUEST } from '@/lib/money/payment-requests/lifecycle';
import {
  type Asked,
  autoApproveAt,
  canRequest,
  canRetry,
  isDue,
  isFinal,
  remainingOf,
  shownState,
} from '@/lib/money/payment-requests/rules';
import { RequestPayment } from '@/lib/money/payment-requests/schema';
import { PAYMENT, type PaymentState } from '@/lib/money/payments/lifecycle';
import { eventOf, keyMayBeForgotten, nextCheck, type VendorState } from '@/lib/money/payments/rules';

const at = new Date('2026-11-24T12:00:00Z');
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);
const request = { proposal: 'accepted' as const, currency: 'USD', milestoneId: null, final: false };

describe('payment requests', () => {
  test('whatever is asked for, declined, withdrawn and approved, the maximum holds', () => {
    const step = fc.record({
      amount: fc.bigInt({ min: 1n, max: 60_000n }),
      marked: fc.boolean(),
      becomes: fc.constantFrom(
        'awaiting' as const,
        'approved' as const,
        'declined' as const,
        'withdrawn' as const,
      ),
    });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 50n, max: 120_000n }),
        fc.array(step, { maxLength: 30 }),
        (maximumMinor, steps) => {
          const asked: Asked[] = [];
          for (const { amount: amountMinor, marked, becomes } of steps) {
            const final = isFinal({ marked, amountMinor, remaining: remainingOf(maximumMinor, asked) });
            const refused = canRequest({ ...request, maximumMinor, asked, amountMinor, final });
            if (!refused) asked.push({ amountMinor, milestoneId: null, final, status: becomes });
          }
          const counted = asked.filter(({ status }) => status === 'awaiting' || status === 'approved');
          expect(sumOf(counted.map(({ amountMinor }) => amountMinor)) <= maximumMinor).toBe(true);
          const finals = counted.filter(({ final, status }) => final && status === 'awaiting');
          expect(finals.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test.each([
    ['before the proposal is accepted', { proposal: 'proposed' as const }, 'conflict'],
    ['after it is complete', { proposal: 'completed' as const }, 'conflict'],
    ['of one cent too much', { amountMinor: 101n }, 'conflict'],
    ['of all there is', { amountMinor: 100n, final: true }, null],
    ['of less than Stripe takes', { amountMinor: 49n }, 'invalid'],
  ])('%s: %s', (_what, change, code) => {
    const facts = { ...request, maximumMinor: 100n, asked: [], amountMinor: 50n, ...change };
    expect(canRequest(facts)?.code ?? null).toBe(code);
  });

  test('are approved by the clock at 240 hours: not a millisecond before, and only while they wait', () => {
    const due = autoApproveAt(at);
    expect(due).toEqual(hours(240));
    const one = { status: 'awaiting' as const, autoApproveAt: due };
    expect(isDue(one, new Date(due.getTime() - 1))).toBe(false);
    expect(isDue(one, due)).toBe(true);
    expect(isDue({ ...one, status: 'declined' }, due)).toBe(false);
  });

  test('say Awaiting approval until they are decided, and then what became of the money', () => {
    expect(shownState('awaiting', null)).toEqual({ word: 'Awaiting approval', lamp: 'wait' });
    expect(shownState('approved', 'failed').word).toBe('Payment failed');
    expect(shownState('approved', 'succeeded').word).toBe('Paid');
    expect(shownState('declined', null).word).toBe('Declined');
    expect(
      Object.keys(PAYMENT_REQUEST.states).filter((state) => !ended(PAYMENT_REQUEST, state as never)),
    ).toEqual(['awaiting']);
  });

  test('the form takes a milestone or an amount', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const of = { proposalId: id };
    expect(RequestPayment.parse({ ...of, milestoneId: id, amount: 'ignored' })).toMatchObject({
      milestoneId: id,
      amountMinor: null,
      final: false,
    });
    expect(RequestPayment.parse({ ...of, milestoneId: 'other', amount: '400', final: 'on' })).toMatchObject({
      milestoneId: null,
      amountMinor: 40_000n,
      final: true,
    });
    expect(RequestPayment.safeParse({ ...of, amount: '' }).error?.issues[0]?.path).toEqual(['amount']);
    expect(RequestPayment.safeParse({ ...of, milestoneId: 'x' }).error?.issues[0]?.path).toEqual([
      'milestoneId',
    ]);
  });
});

describe('what Stripe says', () => {
  const states = Object.keys(PAYMENT.states) as PaymentState[];
  const words: VendorState[] = ['ready', 'succeeded', 'processing', 'action_required', 'failed', 'canceled'];
  const run = (told: readonly VendorState[]) =>
    told.reduce<PaymentState>((status, word) => {
      const event = eventOf(status, word);
      return event ? PAYMENT.states[status][event]!.to : status;
    }, 'pending');

  test('never moves a payment back: a known outcome stays, whatever comes twice, late or out of order', () => {
    const word = fc.constantFrom(...words);
    fc.assert(
      fc.property(
        fc.array(word),
        fc.constantFrom('succeeded' as const, 'failed' as const),
        fc.array(word),
        (a, end, b) => {
          const reached = run([...a, end]);
          expect(['succeeded', 'failed']).toContain(reached);
          expect(run([...a, end, ...b])).toBe(reached);
        },
      ),
    );
  });

  test.each(states)('said again of %s changes nothing', (state) => {
    const same = state === 'pending' ? 'ready' : state;
    expect(eventOf(state, same)).toBeNull();
  });

  test('is asked for again: soon at first, hourly after a day, and with a search once keys may be forgotten', () => {
    const wait = (age: number) => (nextCheck(at, hours(age)).getTime() - hours(age).getTime()) / 60_000;
    expect([wait(0), wait(2), wait(25)]).toEqual([2, 10, 60]);
    expect(keyMayBeForgotten(at, hours(22))).toBe(false);
    expect(keyMayBeForgotten(at, hours(24))).toBe(true);
  });
});

describe('retry', () => {
  test.each([
    ['awaiting', [], 'conflict'],
    ['approved', ['failed'], null],
    ['approved', ['failed', 'failed'], null],
    ['approved', ['pending'], 'conflict'],
    ['approved', ['failed', 'processing'], 'conflict'],
    ['approved', ['action_required'], 'conflict'],
    ['approved', ['failed', 'succeeded'], 'conflict'],
    ['declined', ['failed'], 'conflict'],
  ] as const)('of %s with payments %s: %s', (status, payments, code) => {
    expect(canRetry({ request: status, payments })?.code ?? null).toBe(code);
  });
});

describe('the ledger', () => {
  test('a charge sums to zero, owes the company what the fee leaves, and books no empty entry', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 5000 }),
        (amountMinor, points) => {
          const { feeMinor, netMinor } = splitOf(amountMinor, points);
          const entries = entriesOfCharge({ companyId: 'o', amountMinor, feeMinor, currency: 'USD' });
          expect(sumOf(entries.map((entry) => entry.amountMinor))).toBe(0n);
          expect(balanced(entries)).toBe(true);
          expect(entries.every((entry) => entry.amountMinor !== 0n)).toBe(true);
          const owed = entries.filter(({ account }) => account === 'expert_payable');
          expect(-sumOf(owed.map((entry) => entry.amountMinor))).toBe(netMinor);
          expect(owed.every(({ companyId }) => companyId === 'o')).toBe(true);
        },
      ),
    );
  });

  test('currencies do not balance each other', () => {
    const entry = { account: 'refunds' as const, companyId: null };
    const usd = { ...entry, amountMinor: 5n, currency: 'USD' };
    expect(balanced([usd, { ...entry, amountMinor: -5n, currency: 'EUR' }])).toBe(false);
    expect(balanced([usd, { ...usd, amountMinor: -5n }])).toBe(true);
  });
});
