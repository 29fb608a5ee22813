import { describe, expect, test } from 'vitest';
import {
  authorise,
  CLOCK,
  commands,
  mayCause,
  mayPress,
  mayRun,
  type Need,
  NOBODY,
  type Person,
  personOf,
  VENDOR,
} from '@/lib/core/rights';
import {
  actsForClosed,
  memberOf,
  ofCompanies,
  ofCustomers,
  sellingOf,
  sideOf,
  tenantsOf,
  visibleTo,
  whoGives,
} from '@/lib/core/scope';

const person = (more: Partial<Person> = {}): Person => ({
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
const inCustomer = (...rights: Person['customers'][number]['rights']) =>
  person({ customers: [{ tenantId: 'u', rights, suspended: false }] });
const inCompany = (more: Partial<Person['companies'][number]> = {}) =>
  person({ companies: [{ tenantId: 'o', rights: [], suspended: false, ...more }] });
const OF = { customerId: 'u', companyId: 'o' };

const TABLE = commands('thing', {
  buy: { by: ['customer:buy'] },
  sell: { by: ['company:sell', 'company:bill'] },
  read: { by: ['customer:member'] },
  talk: { by: ['party'] },
  join: { by: ['person'] },
  open: { by: ['anyone'] },
  rule: { by: ['admin'] },
  tick: { by: ['clock', 'customer:buy'] },
  hear: { by: ['vendor'] },
  leave: { by: ['company:member'], whileClosed: true },
});
const codeOf = (...[actor, command, tenants]: Parameters<typeof mayRun>) =>
  mayRun(actor, command, tenants)?.code ?? null;

test('a command is named after its noun, and is shut in a closed company unless it says otherwise', () => {
  expect(TABLE.buy).toEqual({
    name: 'thing.buy',
    by: ['customer:buy'],
    proof: undefined,
    whileClosed: false,
  });
  expect(TABLE.leave.whileClosed).toBe(true);
});

describe('who may run a command', () => {
  const buyer = inCustomer('buy');
  const owner = inCustomer('owner');
  const grants = inCustomer('grant');
  const both = inCustomer('grant', 'buy');
  const seller = inCompany({ rights: ['bill', 'chat'] });
  const admin = person({ admin: true });

  test.each([
    ['the right itself', buyer, TABLE.buy, null],
    ['one right of two', both, TABLE.buy, null],
    ['an owner', owner, TABLE.buy, null],
    ['another right', grants, TABLE.buy, 'forbidden'],
    ['a member without a right', inCustomer(), TABLE.buy, 'forbidden'],
    ['a stranger', person(), TABLE.buy, 'not_found'],
    ['nobody', NOBODY, TABLE.buy, 'unauthenticated'],
    ['one of the rights that will do', seller, TABLE.sell, null],
    ['a right of the other side', buyer, TABLE.sell, 'forbidden'],
    ['any member', inCustomer(), TABLE.read, null],
    ['a member of the other side', seller, TABLE.read, 'forbidden'],
    ['either party', buyer, TABLE.talk, null],
    ['the other party', seller, TABLE.talk, null],
    ['a stranger to both', person(), TABLE.talk, 'not_found'],
    ['any person', person(), TABLE.join, null],
    ['nobody where a person is asked for', NOBODY, TABLE.join, 'unauthenticated'],
    ['anyone at all', NOBODY, TABLE.open, null],
    ['a person where anyone may', person(), TABLE.open, null],
    ['an admin', admin, TABLE.rule, null],
    ['no admin', owner, TABLE.rule, 'forbidden'],
    ['an admin without membership', admin, TABLE.buy, 'not_found'],
    ['the clock', CLOCK, TABLE.tick, null],
    ['a vendor in the place of the clock', VENDOR, TABLE.tick, 'forbidden'],
    ['a vendor', VENDOR, TABLE.hear, null],
    ['the clock in the place of a vendor', CLOCK, TABLE.hear, 'forbidden'],
    ['the clock in the place of a person', CLOCK, TABLE.join, 'forbidden'],
    ['an owner in the place of a vendor', owner, TABLE.hear, 'forbidden'],
    ['a suspended person', { ...owner, suspended: true }, TABLE.buy, 'forbidden'],
    ['a suspended person where anyone may', person({ suspended: true }), TABLE.open, 'forbidden'],
  ] as const)('%s', (_who, actor, command, code) => {
    expect(codeOf(actor, command, OF)).toBe(code);
  });

  test('it is said what is missing, and who can give it', () => {
    const of = person({
      customers: [{ tenantId: 'u', rights: [], suspended: false, owners: ['Una', 'Otis'] }],
    });
    expect(mayRun(of, TABLE.buy, OF)?.message).toBe(
      'You need the “Buy” right (proposals and payments). Una or Otis can give it to you.',
    );
    expect(mayRun(inCompany(), TABLE.sell, OF)?.message).toBe(
      'You need the “Sell” right (proposals) or “Bill” right (payment requests). An owner can give it to you.',
    );
    expect(mayRun(person(), TABLE.rule)?.message).toBe('Only admins can do this.');
  });

  test('a right counts in its own tenant alone', () => {
    expect(codeOf(buyer, TABLE.buy, { customerId: 'another' })).toBe('not_found');
    expect(codeOf(buyer, TABLE.buy)).toBe('not_found');
  });

  test('a suspended tenant is shut for its owner, and a closed company for all but what may be done in it', () => {
    const suspended = inCompany({ rights: ['owner'], suspended: true });
    const closed = inCompany({ rights: ['owner'], closed: true });
    expect(mayRun(suspended, TABLE.sell, OF)?.message).toContain('suspended');
    expect(codeOf(suspended, TABLE.leave, OF)).toBe('forbidden');
    expect(mayRun(closed, TABLE.sell, OF)?.message).toContain('closed');
    expect(codeOf(closed, TABLE.leave, OF)).toBeNull();
    const another = commands('thing', { end: { by: ['company:sell'], whileClosed: true } });
    expect(mayRun(inCompany({ closed: true }), another.end, OF)?.message).toContain('the “Sell” right');
  });
});

describe('what is pressed and caused', () => {
  const needs: Need[] = ['customer:buy', 'clock'];
  test.each([
    ['by whoever holds one of the rights', inCustomer('buy'), true, true],
    ['not by nobody', NOBODY, false, false],
    ['not by a stranger', person(), false, false],
  ] as const)('%s', (_who, viewer, pressed, caused) => {
    expect(mayPress(viewer, needs, OF)).toBe(pressed);
    expect(mayCause(viewer, needs, OF)).toBe(caused);
  });

  test('by the clock, where it is one of several', () => {
    expect(mayCause(CLOCK, needs, OF)).toBe(true);
    expect(mayCause(VENDOR, needs, OF)).toBe(false);
  });
});

describe('authorising', () => {
  const { pay } = commands('thing', { pay: { by: ['customer:buy', 'clock'], proof: 'money' } });
  const commits = { minor: 1n, currency: 'USD', emailBelow: 0n };

  test('throws the answer, asks for a proof, and lets the rest pass', () => {
    expect(() => authorise(person(), TABLE.buy, OF)).toThrow('Not found, or you don’t have access.');
    expect(() => authorise(inCustomer('buy'), TABLE.buy, OF)).not.toThrow();
    expect(() => authorise(inCustomer('buy'), pay, OF, commits)).toThrow('Set up a passkey');
    expect(() => authorise({ ...inCustomer('buy'), proved: 'passkey' }, pay, OF, commits)).not.toThrow();
    expect(() => authorise(CLOCK, pay, OF, commits)).not.toThrow();
  });

  test('leaves a person, or nothing', () => {
    const ada = person();
    expect(personOf(ada)).toBe(ada);
    expect(() => personOf(CLOCK)).toThrow('Sign in to do this.');
    expect(() => personOf(NOBODY)).toThrow('Sign in to do this.');
  });
});

describe('whose things a viewer reads', () => {
  const viewer = person({
    customers: [
      { tenantId: 'u', rights: [], suspended: false },
      { tenantId: 'stopped', rights: ['owner'], suspended: true },
    ],
    companies: [
      { tenantId: 'o', rights: [], suspended: false },
      { tenantId: 'shut', rights: ['owner'], suspended: false, closed: true },
      { tenantId: 'halted', rights: ['owner'], suspended: true },
    ],
  });

  test('are those of tenants that nobody stopped, a closed company’s among them', () => {
    expect(tenantsOf(viewer)).toEqual({ customers: ['u'], companies: ['o', 'shut'] });
    expect(ofCustomers(viewer)).toEqual({ customerId: { in: ['u'] } });
    expect(ofCompanies(viewer)).toEqual({ companyId: { in: ['o', 'shut'] } });
    expect(visibleTo(viewer)).toEqual({ OR: [ofCustomers(viewer), ofCompanies(viewer)] });
  });

  test('are none for nobody and for a suspended person', () => {
    for (const one of [NOBODY, { ...viewer, suspended: true }]) {
      expect(tenantsOf(one)).toEqual({ customers: [], companies: [] });
      expect(sellingOf(one)).toEqual([]);
    }
  });

  test('and it sells only where the company is open', () => {
    expect(sellingOf(viewer)).toEqual(['o']);
  });

  test('a member is one of either side, suspended or not', () => {
    expect(memberOf(viewer, { customerId: 'stopped' })).toBe(true);
    expect(memberOf(viewer, { companyId: 'halted' })).toBe(true);
    expect(memberOf(viewer, { customerId: 'o', companyId: 'u' })).toBe(false);
    expect(memberOf(viewer, {})).toBe(false);
  });

  test('who stands on both sides is the customer', () => {
    expect(sideOf(viewer, { customerId: 'u', companyId: 'o' })).toBe('customer');
    expect(sideOf(viewer, { customerId: 'x', companyId: 'o' })).toBe('company');
    expect(sideOf(NOBODY, { customerId: 'u' })).toBe('company');
  });

  test('acts for a closed company only from its side', () => {
    expect(actsForClosed(viewer, { customerId: 'x', companyId: 'shut' })).toBe(true);
    expect(actsForClosed(viewer, { customerId: 'x', companyId: 'o' })).toBe(false);
    expect(actsForClosed(viewer, { customerId: 'u', companyId: 'shut' })).toBe(false);
  });

  test('the owners are named, or there is one', () => {
    const of = person({
      customers: [{ tenantId: 'u', rights: [], suspended: false, owners: ['Una Brandt', 'Otis Keller'] }],
      companies: [{ tenantId: 'o', rights: [], suspended: false, owners: null }],
    });
    expect(whoGives(of, OF)).toBe('Una Brandt or Otis Keller');
    expect(whoGives(of, { companyId: 'o' })).toBe('An owner');
  });
});
