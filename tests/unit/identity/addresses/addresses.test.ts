import { describe, expect, test } from 'vitest';
import {
  canAskProof,
  canChangeTo,
  canConfirm,
  canProve,
  inForce,
  isAsker,
  MOST_PROOFS,
  MOST_PROOFS_BY_ALL,
} from '@/lib/identity/addresses/rules';

const now = new Date('2026-11-24T12:00:00Z');
const soon = new Date(now.getTime() + 1);

test('a proof holds that was given and has not run out', () => {
  expect(inForce(now)).toEqual({ purpose: 'contact', verifiedAt: { not: null }, expiresAt: { gt: now } });
});

test.each([
  [0, 0, null],
  [MOST_PROOFS - 1, MOST_PROOFS_BY_ALL - 1, null],
  [MOST_PROOFS, MOST_PROOFS, 'limited'],
  [0, MOST_PROOFS_BY_ALL, 'limited'],
])('after %i mails from here and %i from everywhere, another is %s', (here, all, code) => {
  const answer = canAskProof({ here, all });
  expect(answer?.code ?? null).toBe(code);
  if (code) expect(answer?.fields).toHaveProperty('email');
});

describe('the link in a mail', () => {
  const proof = { personId: 'p', purpose: 'contact', verifiedAt: null, expiresAt: soon };

  test.each([
    ['is good once', proof, null],
    ['is not there', null, 'not_found'],
    ['is for something else', { ...proof, purpose: 'sign_in' }, 'not_found'],
    ['was used', { ...proof, verifiedAt: now }, 'not_found'],
    ['has run out at this instant', { ...proof, expiresAt: now }, 'conflict'],
  ])('%s', (_what, of, code) => {
    expect(canConfirm(of, 'contact', now)?.code ?? null).toBe(code);
  });

  test('is for the person who asked', () => {
    expect(isAsker(proof, 'p')).toBeNull();
    expect(isAsker(proof, 'q')?.code).toBe('not_found');
    expect(isAsker(null, 'q')).toBeNull();
  });
});

test.each([
  ['own', 'conflict', 'conflict'],
  ['proven', null, 'conflict'],
  ['asked', null, null],
  [null, null, null],
] as const)('an address that is %s: signing in with it is %s, proving it %s', (known, change, prove) => {
  expect(canChangeTo(known)?.code ?? null).toBe(change);
  expect(canProve(known)?.code ?? null).toBe(prove);
  for (const answer of [canChangeTo(known), canProve(known)])
    if (answer) expect(answer.fields).toHaveProperty('email');
});

test('it is said why there is nothing to prove', () => {
  expect(canProve('own')?.message).toContain('sign in with this address');
  expect(canProve('proven')?.message).toContain('already confirmed this address');
});
