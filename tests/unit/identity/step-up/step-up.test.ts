import { describe, expect, test } from 'vitest';
import { authorise, type Person } from '@/lib/core/rights';
import { type Factor, mayProceed, type Proof, type Purpose } from '@/lib/core/step-up';
import { PROPOSAL_COMMANDS } from '@/lib/job/proposals/rights';
import { RIGHTS } from '@/lib/processes/rights';

const LIMIT = 50_000n;
const sum = (minor: bigint, emailBelow = LIMIT) => ({ minor, currency: 'USD', emailBelow });
const of = (factors: Factor[], proved: Proof | null) => ({ factors, proved });
const PURPOSES: Purpose[] = ['money', 'access', 'members', 'factors'];
const HAVING: Factor[][] = [['passkey'], ['authenticator'], ['passkey', 'authenticator']];

describe('a fresh proof', () => {
  test.each(['passkey', 'authenticator', 'recovery'] as const)('by %s is enough for everything', (proof) => {
    for (const purpose of PURPOSES)
      for (const factors of [[], ...HAVING])
        expect(mayProceed(of(factors, proof), purpose, sum(10n ** 9n))).toBeNull();
  });

  test('is asked for where there is none, by what is enrolled', () => {
    for (const purpose of PURPOSES)
      for (const factors of HAVING)
        expect(mayProceed(of(factors, null), purpose, sum(1n))).toMatchObject({
          code: 'forbidden',
          message: expect.stringContaining(factors.includes('passkey') ? 'passkey' : 'authenticator app'),
          confirm: { for: purpose, factor: true },
        });
  });

  test('by e-mail serves nobody who has enrolled more', () => {
    for (const purpose of PURPOSES)
      for (const factors of HAVING) expect(mayProceed(of(factors, 'email'), purpose, sum(1n))).not.toBeNull();
  });

  test('by e-mail never gives access', () => {
    for (const proof of [null, 'email'] as const)
      expect(mayProceed(of([], proof), 'access')).toMatchObject({ confirm: { for: 'access', factor: true } });
  });

  test('by e-mail moves money below the limit, and none from the limit on', () => {
    expect(mayProceed(of([], 'email'), 'money', sum(LIMIT - 1n))).toBeNull();
    expect(mayProceed(of([], null), 'money', sum(LIMIT - 1n))).toMatchObject({ confirm: { factor: false } });
    for (const proof of [null, 'email'] as const)
      expect(mayProceed(of([], proof), 'money', sum(LIMIT))).toMatchObject({
        message: expect.stringContaining('$500'),
        confirm: { for: 'money', factor: true },
      });
    expect(mayProceed(of([], 'email'), 'money', sum(1n, 0n))).not.toBeNull();
  });

  test('by e-mail lets somebody enrol their first factor', () => {
    expect(mayProceed(of([], 'email'), 'factors')).toBeNull();
    expect(mayProceed(of([], null), 'factors')).toMatchObject({ confirm: { for: 'factors', factor: false } });
  });
});

describe('the table of commands', () => {
  test('asks before money and access, and never before something is taken back', () => {
    expect(RIGHTS['proposals.accept']?.proof).toBe('money');
    expect(RIGHTS['payments.approve']?.proof).toBe('money');
    expect(RIGHTS['grants.accept']?.proof).toBe('access');
    expect(RIGHTS['grants.openSession']?.proof).toBe('access');
    const asked = Object.keys(RIGHTS).filter((name) => RIGHTS[name]?.proof);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => /\.(decline|revoke|withdraw|end\w*)$/.test(name))).toEqual([]);
  });

  test('comes after the right: whoever may not learns nothing of a proof', () => {
    const person = {
      kind: 'person',
      customers: [],
      companies: [],
      factors: [],
      proved: null,
    } as unknown as Person;
    const accept = () => authorise(person, PROPOSAL_COMMANDS.accept, { customerId: 'c' }, sum(1n));
    expect(accept).toThrow(expect.objectContaining({ code: 'not_found', confirm: undefined }));
  });
});
