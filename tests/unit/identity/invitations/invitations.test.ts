import { describe, expect, test } from 'vitest';
import { canAnswer, canSee, isOver } from '@/lib/identity/invitations/rules';
import { canInvite } from '@/lib/identity/member-invitations/rules';

const now = new Date('2026-11-24T12:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);

describe('an invitation is seen', () => {
  const invitation = { email: 'Ada@Example.org', tokenHash: 'h' as string | null };
  test.each([
    [
      'by the account with its address, in any case',
      { signsInWith: 'ADA@example.ORG', tokenHash: null },
      null,
    ],
    ['by whoever has its secret', { signsInWith: 'bob@example.org', tokenHash: 'h' }, null],
    ['by nobody else', { signsInWith: 'bob@example.org', tokenHash: 'x' }, 'not_found'],
    ['by nobody without either', { signsInWith: null, tokenHash: null }, 'not_found'],
  ])('%s: %#', (_by, proofs, code) => {
    expect(canSee(invitation, proofs)?.code ?? null).toBe(code);
  });

  test('not without a secret where it has none', () => {
    const without = { ...invitation, tokenHash: null };
    expect(canSee(without, { signsInWith: null, tokenHash: null })?.code).toBe('not_found');
  });
});

test.each([
  ['sent', 1, false],
  ['sent', 0, true],
  ['accepted', 0, false],
] as const)('one that is %s and has %i ms left is over: %s', (status, left, over) => {
  expect(isOver({ status, expiresAt: inMs(left) }, now)).toBe(over);
});

test('whoever comes too late asks again; whoever accepted does not', () => {
  expect(canAnswer({ status: 'sent', expiresAt: now }, now)?.message).toContain('Ask to be invited again');
  expect(canAnswer({ status: 'accepted', expiresAt: now }, now)?.message).not.toContain('invited again');
});

test('one member with the address is enough not to invite it', () => {
  const facts = { count: 2, openAlready: false, askedLately: 0, nameMissing: false };
  const memberEmails = ['ada@example.org', 'bob@example.org'];
  expect(canInvite({ ...facts, email: 'Bob@example.org', memberEmails })?.code).toBe('conflict');
});
