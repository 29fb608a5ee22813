import { expect, test } from 'vitest';
import { factsOf } from '@/components/market/open-requests/card-facts';
import { readersInWords } from '@/components/market/requests/reach';
import { waitingInWords } from '@/components/market/requests/request-card';
import { shortRate } from '@/components/market/responses/rate';
import { certificationParts } from '@/lib/market/certifications/catalog';
import type { OwnRequest } from '@/lib/market/requests/queries';

test.each([
  [1, 120_000n, 120_000n, '1 proposal waiting · $1,200'],
  [2, 90_050n, 120_000n, '2 proposals waiting · $900.50–$1,200'],
  [2, 90_000n, 90_000n, '2 proposals waiting · $900'],
])('%i proposals of %i to %i wait', (count, leastMinor, mostMinor, words) => {
  expect(waitingInWords({ count, leastMinor, mostMinor, currency: 'USD' })).toBe(words);
});

test('who reads a request is said of the one company, or of all experts', () => {
  const request = { audience: 'everyone', viewCount: 2, openedAt: null } as OwnRequest;
  expect(readersInWords(request, null)).toMatch(/They never see your email\. 2 companies have opened it\.$/);
  expect(readersInWords({ ...request, openedAt: new Date() }, null)).toMatch(/direct request before\.$/);
  for (const audience of ['direct', 'client'] as const)
    expect(readersInWords({ ...request, audience }, 'Northlight')).toBe(
      'Only Northlight can read it, and the members of your account.',
    );
});

test('a rate and a certification fit a column', () => {
  const rate = { fromMinor: 11_000n, toMinor: 13_000n, currency: 'USD' };
  expect([shortRate(rate), shortRate({ ...rate, toMinor: null })]).toEqual(['$110–$130/h', '$110/h']);
  expect(shortRate({ ...rate, fromMinor: null, toMinor: null })).toBeNull();
  expect(certificationParts('SAP')).toEqual({ role: 'Solutions Architect', level: 'Professional' });
  expect(certificationParts('PAS')).toEqual({ role: 'SAP on AWS', level: 'Specialty' });
  expect(certificationParts('XYZ')).toEqual({ role: 'XYZ', level: null });
});

test('a card of an open request has two lines of text without breaks, and its wishes in one', () => {
  const facts = factsOf(
    {
      id: '018f4e2a-0000-7000-8000-000000000001',
      position: 1n,
      title: 'Slow pages',
      excerpt: `First line.\n\nSecond line. ${'long '.repeat(80)}`,
      budget: 'unknown',
      location: 'uk',
      services: ['rds'],
      regions: ['eu-west-2'],
      responseCount: 1,
      places: 0,
      open: true,
      postedAt: new Date(),
      response: null,
      mark: null,
    },
    true,
  );
  expect(facts.excerpt).toMatch(/^First line\. Second line\. long .*…$/);
  expect([...facts.excerpt!].length).toBeLessThan(200);
  expect(facts.meta).toBe('Budget open · prefers UK · RDS · eu-west-2');
  expect(facts.answers).toBe('1 response · all spots taken');
});
