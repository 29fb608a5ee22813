import { describe, expect, test } from 'vitest';
import { HOUR } from '@/lib/core/time';
import { agrees, canUndo, canVerify, nextLook, UNDO_HOURS } from '@/lib/market/verification/rules';

const now = new Date('2026-11-24T12:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);

describe('a claim is verified', () => {
  const claim = { expiresOn: new Date('2026-11-24T00:00:00Z'), ownPerson: false };
  const same = (...statuses: ('claimed' | 'verified' | 'rejected')[]) =>
    statuses.map((status) => ({ status }));

  test.each([
    ['through its last day', claim, same(), null],
    ['not after it', { ...claim, expiresOn: new Date('2026-11-23T00:00:00Z') }, same(), 'conflict'],
    ['though others have shown the number', claim, same('claimed', 'rejected'), null],
    ['not where one of them is verified', claim, same('rejected', 'verified'), 'conflict'],
    ['not by the expert themselves', { ...claim, ownPerson: true }, same(), 'forbidden'],
  ] as const)('%s: %#', (_what, of, others, code) => {
    expect(canVerify(of, now, others)?.code ?? null).toBe(code);
  });
});

describe('a decision is taken back', () => {
  const decided = { status: 'verified' as const, decidedAt: inMs(1 - UNDO_HOURS * HOUR), ownPerson: false };
  const nothing = { begun: false, claimedAnew: false };
  const answer = (change: object, facts: object = {}) =>
    canUndo({ ...decided, ...change }, now, { ...nothing, ...facts })?.code ?? null;

  test.each([
    ['within a day', {}, {}, null],
    ['not at the end of it', { decidedAt: inMs(-UNDO_HOURS * HOUR) }, {}, 'conflict'],
    ['not without a day', { decidedAt: null }, {}, 'conflict'],
    ['not before it is made', { status: 'claimed' }, {}, 'conflict'],
    ['not once it has expired', { status: 'expired' }, {}, 'conflict'],
    ['not once it was revoked', { status: 'revoked' }, {}, 'conflict'],
    ['not by the expert', { ownPerson: true }, {}, 'forbidden'],
    ['not where work rests on it', {}, { begun: true }, 'conflict'],
    ['though it was claimed anew, where it is a yes', {}, { claimedAnew: true }, null],
    ['a no, within a day', { status: 'rejected' }, {}, null],
    ['a no, whatever was begun', { status: 'rejected' }, { begun: true }, null],
    ['a no, not once it was claimed anew', { status: 'rejected' }, { claimedAnew: true }, 'conflict'],
  ])('%s: %#', (_what, change, facts, code) => {
    expect(answer(change, facts)).toBe(code);
  });

  test.each([
    ['claimed', 'No one has decided'],
    ['expired', 'has expired'],
    ['revoked', 'was revoked'],
  ] as const)('one that is %s says: %s', (status, says) => {
    expect(canUndo({ ...decided, status, decidedAt: null }, now, nothing)?.message).toContain(says);
  });
});

test('a certificate has the person’s name in any case and order, and no other', () => {
  expect(agrees('MÜLLER Jörg', 'Jorg Muller')).toBe(true);
  expect(agrees('Jorg Muller', 'jorg muller')).toBe(true);
  expect(agrees('Jorg Miller', 'Jorg Muller')).toBe(false);
});

describe('a certificate with another name', () => {
  const by = { personId: 'a', otherAdmins: 1 };
  test.each([
    ['is looked at, with a reason', null, by, { reason: 'Married', again: false }, 'first'],
    ['is looked at by the next admin', 'b', by, { reason: '', again: false }, 'second'],
    [
      'is looked at again by the only one',
      'a',
      { ...by, otherAdmins: 0 },
      { reason: '', again: true },
      'second',
    ],
  ] as const)('%s', (_what, lookedBy, admin, said, look) => {
    expect(nextLook({ lookedBy }, admin, said)).toBe(look);
  });

  test.each([
    ['without a reason', null, by, 'invalid', 'nameReason'],
    ['a second time by the same', 'a', by, 'forbidden', null],
    [
      'a second time by the only one, who does not say so',
      'a',
      { ...by, otherAdmins: 0 },
      'invalid',
      'again',
    ],
  ] as const)('is not looked at %s', (_what, lookedBy, admin, code, field) => {
    const answer = nextLook({ lookedBy }, admin, { reason: '', again: false });
    expect(answer).toMatchObject({ code });
    if (field) expect(answer).toHaveProperty(['fields', field]);
  });
});
