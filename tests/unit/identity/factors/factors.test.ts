import { describe, expect, test } from 'vitest';
import { DAY } from '@/lib/core/time';
import {
  canAskLater,
  canEnrolAuthenticator,
  MOST_ASKED,
  MOST_TRIES,
  missesOf,
  triesLeft,
} from '@/lib/identity/factors/rules';
import { canEnrolPasskey } from '@/lib/identity/passkeys/rules';
import { canRename, canSuspend } from '@/lib/identity/people/rules';
import { canAskConfirm, canUseCode } from '@/lib/identity/step-up/rules';

const now = new Date('2026-11-24T12:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);

test.each([
  [{ factors: ['passkey' as const], admin: false }, null],
  [{ factors: [], admin: false }, 'conflict'],
  [{ factors: ['authenticator' as const], admin: true }, 'forbidden'],
])('with %o, being asked later is %s', (of, code) => {
  expect(canAskLater(of)?.code ?? null).toBe(code);
});

test.each([
  [{ misses: 7, missesSince: null }, 0],
  [{ misses: 7, missesSince: inMs(1 - DAY) }, 7],
  [{ misses: 7, missesSince: inMs(-DAY) }, 0],
])('of the wrong codes %o still count: %i', (of, count) => {
  expect(missesOf(of, now)).toBe(count);
});

test.each([
  [2, 'You have 2 tries left'],
  [1, 'You have one try left'],
  [0, 'that was your last try'],
])('with %i tries it says: %s', (left, says) => {
  expect(triesLeft(left)).toContain(says);
});

test('a second authenticator app is set up only when the first is gone', () => {
  expect(canEnrolAuthenticator(null)).toBeNull();
  expect(canEnrolAuthenticator({ confirmedAt: null })).toBeNull();
  expect(canEnrolAuthenticator({ confirmedAt: now })?.code).toBe('conflict');
});

test('there is room for 20 passkeys', () => {
  expect(canEnrolPasskey(19)).toBeNull();
  expect(canEnrolPasskey(20)?.code).toBe('conflict');
});

describe('a code by email', () => {
  test.each([
    [[], 0, null],
    [[], MOST_ASKED - 1, null],
    [[], MOST_ASKED, 'limited'],
    [['passkey' as const], 0, 'forbidden'],
  ])('for whoever has %j, after %i: %s', (factors, asked, code) => {
    expect(canAskConfirm(factors, asked)?.code ?? null).toBe(code);
  });

  const code = { usedAt: null, expiresAt: inMs(1), tries: 0 };
  test.each([
    ['that was sent', code, null],
    ['with one try left', { ...code, tries: MOST_TRIES - 1 }, null],
    ['with none left', { ...code, tries: MOST_TRIES }, 'limited'],
    ['that has run out at this instant', { ...code, expiresAt: now }, 'conflict'],
    ['that was used', { ...code, usedAt: now }, 'conflict'],
    ['that was never sent', null, 'conflict'],
  ])('%s: %#', (_what, of, refused) => {
    expect(canUseCode(of, now)?.code ?? null).toBe(refused);
  });

  test('says whether it was used or has run out', () => {
    expect(canUseCode({ ...code, usedAt: now }, now)?.message).toContain('Ask for a code first');
    expect(canUseCode({ ...code, expiresAt: now }, now)?.message).toContain('has expired');
  });
});

test.each([
  ['another', { id: 'p', suspended: false }, true, null],
  ['one who is suspended', { id: 'p', suspended: true }, true, 'conflict'],
  ['one who is suspended, no longer', { id: 'p', suspended: true }, false, null],
  ['one who is not, no longer', { id: 'p', suspended: false }, false, 'conflict'],
  ['oneself', { id: 'admin', suspended: false }, true, 'forbidden'],
])('suspending %s: %o, %s is %s', (_whom, of, suspended, code) => {
  expect(canSuspend(of, { suspended, by: 'admin' })?.code ?? null).toBe(code);
});

test.each([
  [{ verified: 0, agreed: false }, true],
  [{ verified: 1, agreed: true }, true],
  [{ verified: 1, agreed: false }, false],
])('another name may be taken with %o: %s', (of, may) => {
  const answer = canRename(of);
  expect(answer === null).toBe(may);
  if (!may) expect(answer?.fields).toHaveProperty('requeue');
});
