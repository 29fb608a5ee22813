import { describe, expect, test } from 'vitest';
import {
  canShowExternalId,
  canVerify,
  eventOf,
  isClear,
  refusalOf,
  showAccount,
} from '@/lib/access/connections/rules';
import type { Check } from '@/lib/access/connections/schema';

const check = (kind: Check['kind'], outcome: Check['outcome'], code: string | null = null) =>
  ({ role: 'revoker', kind, outcome, code }) as Omit<Check, 'at'>;

test.each([
  ['verifying', null, 'connect'],
  ['verifying', 'why', 'refuse'],
  ['connected', null, null],
  ['connected', 'why', 'lose'],
  ['refused', null, 'find'],
  ['refused', 'why', null],
  ['lost', null, 'find'],
  ['lost', 'why', null],
  ['waiting', null, null],
  ['waiting', 'why', null],
] as const)('a connection that is %s, with the refusal %s: %s', (status, refusal, event) => {
  expect(eventOf(status, refusal)).toBe(event);
});

describe('why it is not connected', () => {
  test.each([
    ['without', 'tooOpen', null, 'let us assume the role GroundcrewRevoker without our ExternalId'],
    ['wrong', 'tooOpen', null, 'let us assume the role GroundcrewRevoker with a wrong ExternalId'],
    ['right', 'refused', 'AccessDenied', "can't assume the role GroundcrewRevoker (AccessDenied)"],
    ['right', 'refused', null, "can't assume the role GroundcrewRevoker (refused)"],
    ['account', 'wrongAccount', null, 'is in a different account'],
    ['end', 'refused', 'AccessDenied', "doesn't let the role GroundcrewRevoker end access (AccessDenied)"],
    ['end', 'refused', null, 'end access (refused)'],
    ['watch', 'refused', null, "doesn't let the role GroundcrewRevoker read CloudTrail (refused)"],
    ['end', 'unknown', null, "couldn't ask AWS about the role GroundcrewRevoker (no reply)"],
    ['watch', 'unknown', 'Timeout', "couldn't ask AWS about the role GroundcrewRevoker (Timeout)"],
    ['right', 'unknown', 'Timeout', '(Timeout)'],
  ] as const)('%s %s (%s): %s', (kind, outcome, code, says) => {
    expect(refusalOf([check('without', 'passed'), check(kind, outcome, code)])).toContain(says);
  });

  test('is nothing where every test passed', () => {
    expect(refusalOf([check('right', 'passed'), check('end', 'passed')])).toBeNull();
    expect(refusalOf([])).toBeNull();
  });

  test('is clear only if AWS answered everything', () => {
    expect(isClear([check('right', 'passed'), check('end', 'refused')])).toBe(true);
    expect(isClear([check('right', 'unknown'), check('end', 'refused')])).toBe(false);
  });
});

test.each([
  ['waiting', null, null],
  ['verifying', 'conflict', null],
  ['connected', null, 'conflict'],
  ['refused', null, null],
  ['lost', null, null],
] as const)('%s: verifying is %s, showing the ExternalId %s', (status, verify, show) => {
  expect(canVerify({ status })?.code ?? null).toBe(verify);
  expect(canShowExternalId({ status })?.code ?? null).toBe(show);
});

test('an account’s number is shown in groups of four', () => {
  expect(showAccount('111122223333')).toBe('1111 2222 3333');
});
