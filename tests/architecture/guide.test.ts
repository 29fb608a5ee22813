import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE, read } from './source';

/** Every address of ours that a text of the guide, the public pages or the legal pages leads to. */
const links = CODE.filter((path) => /^(components\/guide|app\/\(public\))\/.*\.tsx$/.test(path)).flatMap(
  (path) => [...read(path).matchAll(/href="(\/[^"#?]*)[^"]*"/g)].map(([, href]) => ({ path, href: href! })),
);

test('every link of the guide and the public pages leads to a page', () => {
  const pages = CODE.filter((path) => /^app\/.*\/?page\.tsx$/.test(path)).map(
    (path) =>
      `/${path
        .replace(/^app\//, '')
        .replace(/\([^)]*\)\//g, '')
        .replace(/\/?page\.tsx$/, '')}`,
  );
  const leads = ({ href }: { href: string }) =>
    pages.some((page) => new RegExp(`^${page.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(href)) ||
    existsSync(`app/(public)${href}/route.ts`);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !link.href.startsWith('/api/') && !leads(link))).toEqual([]);
});
