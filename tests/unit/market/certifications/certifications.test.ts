import { describe, expect, test } from 'vitest';
import { canClaim, canRespond, warningDue } from '@/lib/market/certifications/rules';

const today = new Date('2026-11-24T12:00:00Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const held = (
  code: string,
  status: 'claimed' | 'verified' | 'rejected' | 'expired',
  until = '2027-05-01',
) => ({
  code,
  status,
  expiresOn: day(until),
});

test.each([
  [[held('SAP', 'rejected'), held('DVA', 'claimed')], 'isn’t verified yet'],
  [[held('SAP', 'rejected'), held('DVA', 'expired', '2026-01-01')], 'has expired'],
  [[held('SAP', 'verified', '2026-11-23')], 'has expired'],
  [[held('SAP', 'rejected')], 'You need a verified'],
  [[], 'You need a verified'],
])('%j: %s', (certifications, says) => {
  expect(canRespond(certifications, today)?.message).toContain(says);
});

describe('a claim', () => {
  const claim = { code: 'SAA', issuedOn: day('2025-11-01'), expiresOn: day('2028-11-01') };

  test.each([
    ['beside another that waits', claim, [held('DVA', 'claimed')], null],
    ['beside another that is verified for longer', claim, [held('DVA', 'verified', '2029-01-01')], null],
    ['after a no, whatever that lasted', claim, [held('SAA', 'rejected', '2029-01-01')], null],
    ['that lasts longer than the one in force', claim, [held('SAA', 'verified', '2028-10-31')], null],
    ['that lasts no longer', claim, [held('SAA', 'verified', '2028-11-01')], 'conflict'],
    ['that waits already', claim, [held('SAA', 'claimed')], 'conflict'],
    ['that ends on the day it begins', { ...claim, expiresOn: claim.issuedOn }, [], 'invalid'],
    [
      'that ends before it begins',
      { ...claim, issuedOn: day('2026-11-24'), expiresOn: day('2026-11-23') },
      [],
      'invalid',
    ],
  ])('%s: %#', (_what, of, others, code) => {
    expect(canClaim(of, today, others)?.code ?? null).toBe(code);
  });

  test('that begins after its end says so', () => {
    const of = { ...claim, issuedOn: day('2026-11-24'), expiresOn: day('2026-11-24') };
    expect(canClaim(of, today, [])?.message).toContain('must be after the issue date');
  });
});

test('the last warning is still given on the last day', () => {
  expect(warningDue(day('2026-11-24'), today, null)).toBe(7);
  expect(warningDue(day('2026-11-23'), today, null)).toBeNull();
});
