import { describe, expect, test } from 'vitest';
import { findingsIn } from '@/lib/core/findings';
import { COMPANIES } from '@/lib/demo/world/companies';
import { DEMO_JOBS } from '@/lib/demo/world/jobs/jobs';
import { PLAYED_JOBS } from '@/lib/demo/world/played/tell';
import { PROBLEMS } from '@/lib/demo/world/problems';
import { profileOf } from '@/lib/demo/world/profiles';
import { RESPONSE_TEXT } from '@/lib/market/responses/schema';
import { judge } from '@/lib/trust/restrictions/rules';
import { TEXT_MAX } from '@/lib/trust/reviews/rules';

const EXPERTS = COMPANIES.flatMap((company) => company.experts.map((expert) => ({ company, expert })));
const companyOf = (name: string) => EXPERTS.find(({ expert }) => expert.name === name)?.company.name;
const PLAYED = Object.fromEntries(PLAYED_JOBS.map((job) => [job.title, job]));
const JOBS = { ...DEMO_JOBS, ...PLAYED };
const RESPONSES = Object.values(JOBS).flatMap(({ responses }) => Object.entries(responses));

/** What stands more than once. */
const doubles = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

describe("the demo world's people", () => {
  test('respond to requests that are there, one expert a company', () => {
    expect(RESPONSES.length).toBeGreaterThan(100);
    const titles = [...PROBLEMS.map(([title]) => title), ...PLAYED_JOBS.map(({ title }) => title)];
    expect(doubles(titles)).toEqual([]);
    for (const [title, { responses }] of Object.entries(JOBS)) {
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
    const texts = [...PROBLEMS.flat(), JSON.stringify(JOBS), JSON.stringify(COMPANIES)];
    expect(findingsIn('Write to me: anna@example.com')).toHaveLength(1);
    expect(texts.flatMap((text) => findingsIn(text))).toEqual([]);
  });

  test('review jobs in words that are published, but for one that is held', () => {
    const reviews = Object.entries(JOBS).flatMap(([title, { lines }]) =>
      lines?.review ? [{ title, text: lines.review[1] }] : [],
    );
    expect(doubles(reviews.map(({ text }) => text))).toEqual([]);
    for (const { text } of reviews) expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
    expect(reviews.filter(({ text }) => judge(text).refused)).toEqual([]);
    expect(reviews.filter(({ text }) => judge(text).suspicious.length > 0).map(({ title }) => title)).toEqual(
      ['Encrypt everything that is not encrypted yet'],
    );
  });
});
