import { describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import {
  canAskRight,
  canLeave,
  canRemove,
  canSetRights,
  type Held,
  missingRight,
  stillOwner,
  tidyRights,
} from '@/lib/identity/members/rules';

const member = (personId: string, rights: Held['rights'] = [], suspended = false): Held => ({
  personId,
  rights,
  suspended,
});
const members = [member('una', ['owner']), member('otis', ['buy']), member('ida', ['owner'], true)];

test.each([
  ['una', null],
  ['otis', 'conflict'],
  ['ida', 'conflict'],
  ['nobody', 'conflict'],
])('%s is still an owner: %s', (personId, code) => {
  expect(stillOwner(members, personId)?.code ?? null).toBe(code);
});

describe('the last owner who can act', () => {
  test('keeps that right, and others may take and lose theirs', () => {
    expect(canSetRights(members, { personId: 'una', rights: ['buy'] })).toMatchObject({
      code: 'conflict',
      fields: { rights: expect.any(String) },
    });
    expect(canSetRights(members, { personId: 'otis', rights: [] })).toBeNull();
    expect(canSetRights(members, { personId: 'otis', rights: ['owner'] })).toBeNull();
  });

  test('is not removed; others are, though nobody removes themselves', () => {
    expect(canRemove(members, { by: 'una', personId: 'otis' })).toBeNull();
    expect(canRemove(members, { by: 'otis', personId: 'una' })?.message).toContain(
      'needs at least one owner',
    );
    expect(canRemove(members, { by: 'una', personId: 'una' })?.message).toContain('This is you');
    expect(canRemove([...members, member('max', ['owner'])], { by: 'max', personId: 'una' })).toBeNull();
  });

  test('names who takes over, at the field', () => {
    expect(canLeave('company', members, { personId: 'una' })?.fields).toHaveProperty('successorId');
    expect(canLeave('company', members, { personId: 'una', successorId: 'ida' })?.code).toBe('invalid');
    expect(canLeave('company', members, { personId: 'una', successorId: 'otis' })).toBeNull();
    expect(canLeave('company', members, { personId: 'otis' })).toBeNull();
  });
});

test('who is no member has no right to ask with, and is told so by nobody', () => {
  expect(canAskRight(members, { personId: 'nobody', right: 'buy' })).toBeNull();
  expect(canAskRight(members, { personId: 'otis', right: 'buy' })?.code).toBe('conflict');
  expect(canAskRight(members, { personId: 'otis', right: 'grant' })).toBeNull();
  expect(missingRight(NOBODY, 'buy', 'u')).toBeNull();
});

test('rights of the other side are left out', () => {
  expect(tidyRights('customer', ['sell', 'buy'])).toEqual(['buy']);
  expect(tidyRights('company', ['sell', 'buy'])).toEqual(['sell']);
});
