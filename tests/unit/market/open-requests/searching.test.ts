import { describe, expect, test } from 'vitest';
import { canLook, filterWords, searchOf, writeSearch } from '@/lib/market/open-requests/rules';
import { anchorsOf, canSave, MOST_SEARCHES } from '@/lib/market/saved-searches/rules';
import { REGIONS, regionChoice } from '@/lib/market/tags/regions';
import { serviceName } from '@/lib/market/tags/rules';

test.each([
  ['', ''],
  ['service=s3', "('#s:s3')"],
  ['region=eu-central-1', "('#r:eu-central-1')"],
  ['location=anywhere', "('#l:anywhere')"],
  ['responses=none', "('#n:none')"],
  ['responses=few', "('#n:none' | '#n:few')"],
  ['service=s3&responses=none', "('#s:s3') & ('#n:none')"],
])('the filters of %j are asked as %s', (query, words) => {
  expect(filterWords(searchOf(query))).toBe(words);
});

test('free places are a fact of their own', () => {
  expect(filterWords(searchOf('free=yes'))).toBe("('#free')");
});

test('an address keeps every order but the newest first, and what is added to it', () => {
  expect(writeSearch(searchOf('q=new'))).toBe('q=new');
  expect(writeSearch(searchOf(''), { after: 'x' })).toBe('after=x');
});

describe('open requests', () => {
  const person = (companies: object[]) =>
    ({ kind: 'person', suspended: false, customers: [], companies }) as never;
  test('are looked at by people of a company that is open', () => {
    expect(canLook(person([{ tenantId: 'o', rights: [], suspended: false }]))).toBeNull();
    expect(canLook(person([{ tenantId: 'o', rights: [], suspended: false, closed: true }]))?.code).toBe(
      'forbidden',
    );
    expect(canLook(person([]))?.code).toBe('forbidden');
  });
});

test('there is room for so many saved searches, and no more', () => {
  expect(canSave(MOST_SEARCHES - 1)).toBeNull();
  expect(canSave(MOST_SEARCHES)?.code).toBe('conflict');
});

test.each([
  ["'a' <12> 'b'", ['a']],
  ["'a':*AB & 'b'", ['a']],
])('the anchors of %s are %j', (query, words) => {
  expect(anchorsOf(query, () => 0.5)).toEqual(words);
});

test('a service goes by its name, or its code where we do not know it; a Region that one chooses has its place', () => {
  expect([serviceName('s3'), serviceName('xyz')]).toEqual(['S3', 'xyz']);
  expect(regionChoice(REGIONS.find(({ code }) => code === 'eu-central-1')!)).toBe(
    'eu-central-1 · Europe (Frankfurt)',
  );
});
