import { describe, expect, test } from 'vitest';
import { findingsIn } from '@/lib/core/findings';
import { COMPANIES } from '@/lib/demo/world/companies';
import { DEMO_JOBS } from '@/lib/demo/world/jobs/jobs';
import { PROBLEMS } from '@/lib/demo/world/problems';
import { profileOf } from '@/lib/demo/world/profiles';
import { RESPONSE_TEXT } from '@/lib/market/responses/schema';

const EXPERTS = COMPANIES.flatMap((company) => company.experts.map((expert) => ({ company, expert })));
const companyOf = (name: string) => EXPERTS.find(({ expert }) => expert.name === name)?.company.name;
const RESPONSES = Object.values(DEMO_JOBS).flatMap(({ responses }) => Object.entries(responses));

/** What stands more than once. */
const doubles = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

describe("the demo world's people", () => {
  test('respond to requests that are there, one expert a company', () => {
    expect(RESPONSES.length).toBeGreaterThan(100);
    const titles = PROBLEMS.map(([title]) => title);
    for (const [title, { responses }] of Object.entries(DEMO_JOBS)) {
      expect(titles).toContain(title);
      const companies = Object.keys(responses).map(companyOf);
      expect(companies).not.toContain(undefined);
      expect(doubles(companies.map(String))).toEqual([]);
    }
  });

  test('do not begin with the same words, and keep within the limits', () => {
    const opening = (text: string) => text.split(/\s+/, 2).join(' ');
    expect(doubles(RESPONSES.map(([, text]) => opening(text)))).toEqual([]);
    for (const [, text] of RESPONSES) {
      expect(text.length).toBeGreaterThanOrEqual(RESPONSE_TEXT.min);
      expect(text.length).toBeLessThanOrEqual(RESPONSE_TEXT.max);
    }
  });

  test('say who they are in their own words', () => {
    const profiles = EXPERTS.map(({ company, expert }) => profileOf(expert, company));
    expect(doubles(profiles.flatMap(({ summary, experience }) => [summary, experience]))).toEqual([]);
  });

  test('leave out how to reach them, and every secret', () => {
    const texts = [...PROBLEMS.flat(), JSON.stringify(DEMO_JOBS), JSON.stringify(COMPANIES)];
    expect(findingsIn('Write to me: anna@example.com')).toHaveLength(1);
    expect(texts.flatMap((text) => findingsIn(text))).toEqual([]);
  });
});
