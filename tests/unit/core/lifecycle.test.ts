import { describe, expect, test } from 'vitest';
import { among, buttonsOf, firstTurn, lifecycle, type Turn, turnsOf } from '@/lib/core/lifecycle';
import { mayCause, NOBODY, type Person } from '@/lib/core/rights';

const CALL = lifecycle({
  name: 'call',
  initial: 'ringing',
  states: {
    ringing: {
      answer: { to: 'open', by: ['customer:buy'] },
      miss: { to: 'over', by: ['clock'], after: 'ringsUntil' },
    },
    open: { end: { to: 'over', by: ['customer:member', 'company:chat'] } },
    over: {},
  },
  words: {
    ringing: {
      word: 'Ringing',
      lamp: 'turn',
      turn: { of: 'customer', says: 'call of {who} to answer', label: 'Answer {who}', weight: 50 },
    },
    open: { word: 'Open', lamp: 'go', turn: { of: null, says: 'a call is open', weight: 20 } },
    over: { word: 'Over', lamp: 'ended' },
  },
});

const person = (more: Partial<Person>): Person => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  name: 'Ada',
  email: 'ada@example.org',
  admin: false,
  suspended: false,
  timeZone: 'UTC',
  factors: [],
  proved: null,
  customers: [],
  companies: [],
  ...more,
});
const OF = { customerId: 'customer', companyId: 'company' };
const buyer = person({ customers: [{ tenantId: 'customer', rights: ['buy'], suspended: false }] });
const expert = person({ companies: [{ tenantId: 'company', rights: ['chat'], suspended: false }] });
const ofClosed = person({
  companies: [{ tenantId: 'company', rights: ['owner'], suspended: false, closed: true }],
});

describe('the buttons of a thing', () => {
  test('are the events that its state has and its table gives to the viewer, the others off', () => {
    expect(buttonsOf(CALL, 'ringing', buyer, OF)).toEqual({ answer: true, miss: false, end: false });
    expect(buttonsOf(CALL, 'ringing', expert, OF)).toEqual({ answer: false, miss: false, end: false });
    expect(buttonsOf(CALL, 'open', expert, OF)).toMatchObject({ end: true });
    expect(buttonsOf(CALL, 'over', buyer, OF)).toEqual({ answer: false, miss: false, end: false });
  });

  test('are none for a stranger, a suspended person and a closed company', () => {
    const off = { answer: false, miss: false, end: false };
    expect(buttonsOf(CALL, 'open', NOBODY, OF)).toEqual(off);
    expect(buttonsOf(CALL, 'open', person({}), OF)).toEqual(off);
    expect(buttonsOf(CALL, 'open', { ...buyer, suspended: true }, OF)).toEqual(off);
    expect(buttonsOf(CALL, 'open', ofClosed, OF)).toEqual(off);
  });
});

describe('the second look at who causes an event', () => {
  const { by } = CALL.states.open.end!;

  test('lets pass whom the table names, of the tenants that the thing belongs to', () => {
    expect(mayCause(buyer, by, OF)).toBe(true);
    expect(mayCause(buyer, by, { customerId: 'another', companyId: 'company' })).toBe(false);
    expect(mayCause(person({}), by, OF)).toBe(false);
    expect(mayCause(NOBODY, by, OF)).toBe(false);
  });

  test('takes the clock for the clock, whoever owns everything for a person', () => {
    const { by: clock } = CALL.states.ringing.miss!;
    expect(mayCause({ kind: 'clock' }, clock, OF)).toBe(true);
    expect(mayCause({ kind: 'vendor' }, clock, OF)).toBe(false);
    expect(mayCause(ofClosed, clock, OF)).toBe(false);
  });

  test('lets happen what closing a company sets off in its name', () => {
    expect(mayCause(ofClosed, ['company:owner'], OF)).toBe(true);
  });
});

describe('whose turn it is', () => {
  test('is what the state says, with the facts filled in', () => {
    expect(turnsOf(CALL, 'ringing', '/calls/1', { who: 'Ada' })).toEqual([
      {
        side: 'customer',
        says: 'call of Ada to answer',
        action: { label: 'Answer Ada', href: '/calls/1' },
        weight: 50,
      },
    ]);
    expect(turnsOf(CALL, 'open', '/calls/1')).toEqual([{ side: null, says: 'a call is open', weight: 20 }]);
    expect(turnsOf(CALL, 'over', '/calls/1')).toEqual([]);
  });

  test("puts one's own first, then the other side's, then nobody's, each by weight", () => {
    const turn = (side: Turn['side'], weight: number): Turn => ({ side, says: `${side} ${weight}`, weight });
    const turns = [turn(null, 90), turn('company', 5), turn('customer', 10), turn('customer', 60)];
    expect(firstTurn(turns, 'company')?.says).toBe('company 5');
    expect(firstTurn(turns, 'customer')?.says).toBe('customer 60');
    expect(firstTurn(turns.slice(0, 1), 'customer')?.says).toBe('null 90');
    expect(firstTurn([], 'customer')).toBeNull();
    // However much nobody's weighs, somebody can do something about the other side's.
    expect(firstTurn([turn(null, 499), turn('company', 5)], 'customer')?.says).toBe('company 5');
    expect(firstTurn([turn('company', 5), turn(null, 499)], 'customer')?.says).toBe('company 5');
    expect(firstTurn([turn('company', 999), turn('customer', 500)], 'customer')?.says).toBe('customer 500');
  });
});

test('a question about states knows those it was asked for, and takes nothing for no', () => {
  const isOn = among(['ringing', 'open']);
  expect([isOn('open'), isOn('over'), isOn(null), isOn(undefined)]).toEqual([true, false, false, false]);
});
