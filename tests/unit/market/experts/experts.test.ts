import { describe, expect, test } from 'vitest';
import { COUNTRIES, countryName } from '@/lib/identity/companies/countries';
import { otherOrder, sameName, wordsOfName } from '@/lib/identity/names/rules';
import { CERTIFICATIONS } from '@/lib/market/certifications/catalog';
import { canClaim, canRespond, daysLeft, isOver, warningDue } from '@/lib/market/certifications/rules';
import { canRegister } from '@/lib/market/experts/rules';
import { EditProfile, Register } from '@/lib/market/experts/schema';
import { isPublic, missingOf, type ProfileFacts } from '@/lib/market/listings/rules';
import { canVerify } from '@/lib/market/verification/rules';

const TODAY = new Date('2026-11-24T23:30:00Z');
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

describe('who can respond', () => {
  test.each(CERTIFICATIONS.filter((known) => known.level !== 'Foundational').map((known) => known.code))(
    'somebody with %s verified and in force',
    (code) => {
      expect(canRespond([held(code, 'verified')], TODAY)).toBeNull();
    },
  );

  test.each([
    ['nothing', []],
    ['a claim that waits', [held('SAP', 'claimed')]],
    ['a rejected claim', [held('SAP', 'rejected')]],
    ['an expired one', [held('SAP', 'expired', '2026-01-01')]],
    ['one whose last day is over, before the clock has seen it', [held('SAP', 'verified', '2026-11-23')]],
    ['a Foundational one', [held('CLF', 'verified'), held('AIF', 'verified')]],
    ['one that we do not know', [held('XYZ', 'verified')]],
    ['a Foundational one and a claim', [held('CLF', 'verified'), held('SAP', 'claimed')]],
  ] as const)('not with %s', (_, certifications) => {
    expect(canRespond(certifications, TODAY)?.code).toBe('forbidden');
  });

  test('one that counts is enough', () => {
    expect(
      canRespond([held('CLF', 'verified'), held('SAA', 'rejected'), held('SCS', 'verified')], TODAY),
    ).toBeNull();
  });

  test('a certificate is good through its last day', () => {
    expect(isOver(day('2026-11-24'), TODAY)).toBe(false);
    expect(isOver(day('2026-11-23'), TODAY)).toBe(true);
    expect(isOver(day('2026-11-24'), new Date('2026-11-25T00:00:00Z'))).toBe(true);
  });

  test('the refusal says what is missing', () => {
    expect(canRespond([held('CLF', 'verified')], TODAY)?.message).toContain('Foundational');
    expect(canRespond([held('SAP', 'claimed')], TODAY)?.message).toContain('isn’t verified yet');
    expect(canRespond([held('SAP', 'expired', '2026-01-01')], TODAY)?.message).toContain('expired');
  });
});

describe('a claim', () => {
  const claim = { code: 'SAA', issuedOn: day('2025-11-01'), expiresOn: day('2028-11-01') };

  test('is taken where the dates can be true', () => {
    expect(canClaim(claim, TODAY, [])).toBeNull();
    expect(canClaim({ ...claim, issuedOn: day('2026-11-24') }, TODAY, [])).toBeNull();
  });

  test('is refused at the field that is wrong', () => {
    const at = (changed: object) => Object.keys(canClaim({ ...claim, ...changed }, TODAY, [])?.fields ?? {});
    expect(at({ code: 'NOPE' })).toEqual(['code']);
    expect(at({ issuedOn: day('2026-11-25') })).toEqual(['issuedOn']);
    expect(at({ expiresOn: day('2025-11-01') })).toEqual(['expiresOn']);
    expect(at({ expiresOn: day('2026-11-23') })).toEqual(['expiresOn']);
    expect(at({ code: 'MLS', issuedOn: day('2026-04-01') })).toEqual(['issuedOn']);
    expect(canClaim({ ...claim, code: 'MLS', issuedOn: day('2026-03-31') }, TODAY, [])).toBeNull();
  });

  test('is refused while the same certification waits or is verified, not after a rejection and not for a renewal', () => {
    expect(canClaim(claim, TODAY, [held('SAA', 'claimed')])?.code).toBe('conflict');
    expect(canClaim(claim, TODAY, [held('SAA', 'verified', '2028-11-01')])?.code).toBe('conflict');
    expect(canClaim(claim, TODAY, [held('SAA', 'rejected'), held('SAP', 'verified')])).toBeNull();
    expect(canClaim(claim, TODAY, [held('SAA', 'verified', '2028-10-31')])).toBeNull();
  });
});

describe('verifying', () => {
  const claim = { expiresOn: day('2027-01-01'), ownPerson: false };
  test("is refused for one's own claim, an expired one, and a number that is verified elsewhere", () => {
    expect(canVerify(claim, TODAY, [{ status: 'rejected' }, { status: 'claimed' }])).toBeNull();
    expect(canVerify({ ...claim, ownPerson: true }, TODAY, [])?.code).toBe('forbidden');
    expect(canVerify({ ...claim, expiresOn: day('2026-11-23') }, TODAY, [])?.code).toBe('conflict');
    expect(canVerify(claim, TODAY, [{ status: 'verified' }])?.code).toBe('conflict');
  });

  test('names agree whatever their case, accents and dots', () => {
    expect(sameName('Élodie  Marchetti', 'elodie marchetti')).toBe(true);
    expect(sameName('J. R. Vane', 'J R Vane')).toBe(true);
    expect(sameName('Elodie Marchetti', 'Marchetti Elodie')).toBe(false);
    expect(otherOrder('Elodie Marchetti', 'Marchetti Elodie')).toBe(true);
    expect(otherOrder('Elodie Marchetti', 'Elodie Marchetti')).toBe(false);
  });

  test('the words are marked that the other name does not have, as often as it has them', () => {
    const marked = (name: string, other: string) =>
      wordsOfName(name, other)
        .filter(({ same }) => !same)
        .map(({ word }) => word);
    expect(marked('Élodie Marchetti-Roux', 'elodie marchetti roux')).toEqual([]);
    expect(marked('Élodie Marchetti Roux', 'Elodie Marchetti')).toEqual(['Roux']);
    expect(marked('Ana Ana Lopez', 'Ana Lopez')).toEqual(['Ana']);
    expect(marked('J.R. Vane', 'J R Vane')).toEqual([]);
  });
});

describe('warnings', () => {
  test('are due by whole days, the nearest alone, and never one again', () => {
    expect(daysLeft(day('2026-11-24'), TODAY)).toBe(0);
    expect(daysLeft(day('2027-01-23'), TODAY)).toBe(60);
    expect(warningDue(day('2027-01-24'), TODAY, null)).toBeNull();
    expect(warningDue(day('2027-01-23'), TODAY, null)).toBe(60);
    expect(warningDue(day('2027-01-23'), TODAY, 60)).toBeNull();
    expect(warningDue(day('2026-12-01'), TODAY, 60)).toBe(7);
    expect(warningDue(day('2026-12-01'), TODAY, null)).toBe(7);
    expect(warningDue(day('2026-12-02'), TODAY, 60)).toBe(30);
    expect(warningDue(day('2026-12-20'), TODAY, 7)).toBeNull();
    expect(warningDue(day('2026-11-23'), TODAY, null)).toBeNull();
  });
});

describe('a profile', () => {
  const whole: ProfileFacts = {
    headline: 'Databases',
    summary: 'Fifteen years.',
    sharesCompany: false,
    languages: ['English'],
    timeZone: 'Europe/Oslo',
    company: { about: '', suspendedAt: null, closedAt: null },
    person: { suspendedAt: null },
    leftAt: null,
    certifications: [held('SAP', 'verified')],
  };
  test.each([
    ['certification', { certifications: [held('CLF', 'verified')] }],
    ['certification', { certifications: [held('SAP', 'verified', '2026-11-23')] }],
    ['headline', { headline: ' ' }],
    ['summary', { summary: '' }],
    ['summary', { sharesCompany: true }],
    ['languages', { languages: [] }],
    ['timeZone', { timeZone: 'UTC' }],
  ])('lacks its %s', (item, changed) => {
    expect(missingOf({ ...whole, ...changed }, TODAY)).toEqual([item]);
    expect(isPublic({ ...whole, ...changed }, TODAY)).toBe(false);
  });

  test.each([
    [{ leftAt: TODAY }],
    [{ person: { suspendedAt: TODAY } }],
    [{ company: { about: '', suspendedAt: TODAY, closedAt: null } }],
    [{ company: { about: '', suspendedAt: null, closedAt: TODAY } }],
  ])('lacks nothing and is hidden: %o', (changed) => {
    expect(isPublic(whole, TODAY)).toBe(true);
    expect(missingOf({ ...whole, ...changed }, TODAY)).toEqual([]);
    expect(isPublic({ ...whole, ...changed }, TODAY)).toBe(false);
  });
});

test('a person registers once', () => {
  expect(canRegister(0)).toBeNull();
  expect(canRegister(1)?.code).toBe('conflict');
});

test('codes of certifications are unique, countries have names', () => {
  expect(new Set(CERTIFICATIONS.map((known) => known.code)).size).toBe(CERTIFICATIONS.length);
  for (const code of COUNTRIES) expect(countryName(code)).not.toBe(code);
});

describe('what a form gives', () => {
  const form = {
    kind: 'alone',
    country: 'SE',
    headline: 'Databases on RDS and Aurora',
    code: 'SAA',
    validationNumber: ' abcd 1234-efgh ',
    nameAsPrinted: 'Edda Holm',
    issuedOn: '2025-11-01',
    expiresOn: '2028-11-01',
  };

  test('a registration alone has no company name; for a company it needs one', () => {
    expect(Register.parse({ ...form, companyName: 'ignored' })).toMatchObject({
      companyName: null,
      validationNumber: 'ABCD1234-EFGH',
    });
    const refused = Register.safeParse({ ...form, kind: 'company', companyName: ' ' });
    expect(refused.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['companyName']);
    expect(Register.parse({ ...form, kind: 'company', companyName: ' North ' }).companyName).toBe('North');
  });

  test.each([
    ['country', 'Sweden'],
    ['code', 'NOPE'],
    ['validationNumber', 'short'],
    ['validationNumber', 'has_underscores_in_it'],
    ['issuedOn', '2025-02-30'],
    ['issuedOn', ''],
    ['expiresOn', '01/11/2028'],
    ['headline', 'Short'],
    ['kind', 'both'],
  ])('%s cannot be %s', (field, value) => {
    const refused = Register.safeParse({ ...form, [field]: value });
    expect(refused.error?.issues.map((issue) => issue.path.join('.'))).toEqual([field]);
  });

  test('a profile: rates in cents, languages as a list without doubles', () => {
    const profile = {
      expertId: '019ab000-0000-7000-8000-000000000000',
      headline: 'Databases on RDS and Aurora',
      summary: '',
      experience: '',
      rateFrom: '$95.50',
      rateTo: '',
      languages: 'English, Swedish,English;  Norwegian',
      timeZone: 'Europe/Oslo',
    };
    expect(EditProfile.parse(profile)).toMatchObject({
      rateFrom: 9_550n,
      rateTo: null,
      languages: ['English', 'Swedish', 'Norwegian'],
    });
    const wrong = (changed: object) =>
      EditProfile.safeParse({ ...profile, ...changed }).error?.issues.map((issue) => issue.path.join('.'));
    expect(wrong({ rateTo: '90' })).toEqual(['rateTo']);
    expect(wrong({ rateFrom: '', rateTo: '90' })).toEqual(['rateFrom']);
    expect(wrong({ rateFrom: '0' })).toEqual(['rateFrom']);
    expect(wrong({ languages: ' , ' })).toEqual(['languages']);
    expect(wrong({ languages: 'English, <b>' })).toEqual(['languages']);
  });
});
