import { describe, expect, test } from 'vitest';
import {
  filterWords,
  readPlace,
  readSearch,
  searchOf,
  writePlace,
  writeSearch,
} from '@/lib/market/open-requests/rules';
import { ANY, anchorsOf, canKeep } from '@/lib/market/saved-searches/rules';

describe('a search in an address', () => {
  test('is the same search again, whatever the order it was written in', () => {
    const query = 'q=lambda+cost&budget=from100&budget=from50&service=s3&within=7&free=yes&sort=few';
    expect(writeSearch(searchOf(query))).toBe(query);
    expect(writeSearch(searchOf('free=yes&sort=new&q=+cost+&budget=&budget=from50'))).toBe(
      'q=cost&budget=from50&free=yes',
    );
  });

  test('keeps what can be read of it, with a sentence for the rest', () => {
    const { search, problems } = readSearch({
      q: 'x'.repeat(201),
      budget: ['from50', 'millions'],
      free: 'yes',
    });
    expect(search).toMatchObject({ q: '', budget: [], free: 'yes' });
    expect(problems.q).toContain('at most 200 characters');
    expect(problems.budget).toContain('know this budget');
  });

  test('cannot slip anything into the question that the database is asked', () => {
    const { search, problems } = readSearch({ service: "s3' | 'x", region: ['eu-west-1', 'A B'] });
    expect(Object.keys(problems).sort()).toEqual(['region', 'service']);
    expect(filterWords(search)).toBe('');
  });

  test('asks for budget and service as one fact, for each pair', () => {
    expect(filterWords(searchOf('budget=from50&service=s3&service=rds'))).toBe(
      "('#bs:from50:s3' | '#bs:from50:rds')",
    );
    expect(filterWords(searchOf('budget=from50&responses=few'))).toBe(
      "('#b:from50') & ('#n:none' | '#n:few')",
    );
  });

  test('is kept only where it asks for something', () => {
    expect(canKeep(searchOf('q=lambda'))).toBeNull();
    expect(canKeep(searchOf('within=7&sort=few'))?.code).toBe('invalid');
  });
});

describe('a place in the list', () => {
  test('is read back, and nothing else is', () => {
    for (const place of [
      { position: 0n, tier: null },
      { position: 987_654_321n, tier: 'few' as const },
    ])
      expect(readPlace(writePlace(place))).toEqual(place);
    for (const text of [undefined, '', 'x.1', '1.2.3', '-5', 'zzzzzzzzzzzz', 'zzzzzzzzzzz'])
      expect(readPlace(text)).toBeNull();
  });
});

describe('the anchors of a search', () => {
  const shares: Record<string, number> = { common: 0.2, medium: 0.01, rare: 0.0001, '#b:from50': 0.2 };
  const anchors = (query: string) => anchorsOf(query, (word) => shares[word] ?? 0.5).sort();

  test.each([
    ["'common' & 'rare' & 'medium'", ['rare']],
    ["'common' <-> 'medium'", ['medium']],
    ["'common' | 'rare'", ['common', 'rare']],
    ["'common' & ( 'rare' | 'medium' )", ['medium', 'rare']],
    ["'medium' & !'rare'", ['medium']],
    ["!'rare'", [ANY]],
    ["'rare' | !'medium'", [ANY]],
    ["!( 'rare' & 'medium' ) & 'common'", ['common']],
    ["'common' & ( '#b:from50' | 'medium' <2> 'rare' )", ['common']],
    ["'it''s' & 'common':A", ['common']],
    ["'a\\\\b'", ['a\\b']],
    ['', [ANY]],
  ])('of %s are %o', (query, expected) => {
    expect(anchors(query)).toEqual([...expected].sort());
  });
});
