import { describe, expect, test } from 'vitest';
import type { LegalDocument } from '@/lib/legal/document';
import { current, DOCUMENTS, documentOf, feedOf, history, versionOf, withNames } from '@/lib/legal/documents';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';

const NAMED = { operator: 'Cloud & Co <Ltd>', email: 'desk@cloud.example', fee: '3%', approvalDays: '10' };

describe.each(DOCUMENTS.map((document) => [document.slug, document] as const))('%s', (_slug, document) => {
  test('has versions that follow each other, the newest first, each with what changed', () => {
    const { versions } = document;
    expect(versions.map(({ number }) => number)).toEqual(
      versions.map((_one, place) => versions.length - place),
    );
    const dates = versions.map(({ date }) => date);
    expect([...dates].sort().reverse()).toEqual(dates);
    for (const { date, changed } of versions) {
      expect(new Date(`${date}T00:00:00Z`).toISOString()).toContain(date);
      expect(changed).toMatch(/\.$/);
    }
  });

  test('has an address for each section, once', () => {
    for (const { sections } of document.versions) {
      const ids = [...sections.map(({ id }) => id), 'versions'];
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z-]+$/);
    }
  });

  test('leaves open only what the settings and the rules say', () => {
    const text = withNames(JSON.stringify(document), NAMED);
    expect(text).not.toMatch(/\{(?!")[a-z]+\}/i);
  });
});

/**
 * What was published stays as it was published. Another number of days needs new versions of both documents, and the old
 * number written into the older ones: then this test names the versions that leave it open.
 */
test('the versions that leave the days to approve open were published with ten', () => {
  const open = DOCUMENTS.flatMap(({ slug, versions }) =>
    versions
      .filter((version) => JSON.stringify(version).includes('{approvalDays}'))
      .map(({ number }) => `${slug} ${number}`),
  );
  expect(open).toEqual(['terms 3', 'terms 2', 'terms 1', 'agreement 3', 'agreement 2', 'agreement 1']);
  expect(APPROVE_WITHIN_DAYS).toBe(10);
});

test('a version is found by its number, and nothing else is', () => {
  const terms = documentOf('terms')!;
  expect(versionOf(terms, '1')).toBe(terms.versions.at(-1));
  for (const wrong of ['0', '9999', '1.0', ' 1', '-1', 'x', '']) expect(versionOf(terms, wrong)).toBeNull();
  expect(documentOf('constructor')).toBeNull();
});

describe('the document history', () => {
  const older = { number: 1, date: '2025-01-02', changed: 'The first version.', sections: [] };
  const newer = { number: 2, date: '2025-03-04', changed: 'Say <who> answers & when.', sections: [] };
  const two: LegalDocument = { slug: 'terms', title: 'Terms', about: '', versions: [newer, older] };

  test('tells the newest first, and an older version stays', () => {
    expect(history([two]).map(({ version }) => version.number)).toEqual([2, 1]);
    expect(current(two)).toBe(newer);
    expect(versionOf(two, '1')).toBe(older);
  });

  test('is RSS: each version an item with a guid that stays, and its day', () => {
    const feed = feedOf({ appUrl: 'https://crew.example', named: NAMED }, [two]);
    expect(feed).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<rss version="2\.0"/);
    expect(feed).toContain('<guid isPermaLink="true">https://crew.example/legal/terms/2</guid>');
    expect(feed).toContain('<pubDate>Tue, 04 Mar 2025 00:00:00 GMT</pubDate>');
    expect(feed).toContain('Say &lt;who&gt; answers &amp; when.');
    expect(feed).toContain('Cloud &amp; Co &lt;Ltd&gt;’s Groundcrew: document history');
    expect(feed.match(/<item>/g)).toHaveLength(2);
  });
});
