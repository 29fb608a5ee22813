import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { CHAPTERS } from '@/app/(public)/guide/chapters';
import { PICTURE_WIDTH, PICTURES, type PictureName } from '@/components/guide/pictures';
import { CODE, FILES, read } from './source';

const FOLDER = 'public/guide';
const names = Object.keys(PICTURES) as PictureName[];
const LARGEST = 90 * 1024;

describe('the guide’s pictures', () => {
  test.each(names)(
    '%s is there, of the size that the page leaves room for, light, and told in words',
    async (name) => {
      const { alt, height } = PICTURES[name];
      const file = `${FOLDER}/${name}.webp`;
      expect(existsSync(file), file).toBe(true);
      const { width, height: real } = await sharp(readFileSync(file)).metadata();
      expect({ width, height: real }).toEqual({ width: PICTURE_WIDTH, height });
      expect(statSync(file).size).toBeLessThan(LARGEST);
      expect(alt.length).toBeGreaterThan(30);
    },
  );

  test('are all shown somewhere, and no others are kept', () => {
    const pages = FILES.filter((path) => /^(app|components)\/.*\.(tsx|mdx)$/.test(path)).map(read);
    const shown = names.filter((name) => pages.some((page) => page.includes(`<Picture name="${name}"`)));
    expect(shown).toEqual(names);
    expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.webp`).sort());
  });
});

/** Every address of ours that a text of the guide, the public pages or the legal pages leads to. */
const links = FILES.filter((path) =>
  /^(components\/guide|app\/\(public\))\/.*\.(tsx|mdx)$/.test(path),
).flatMap((path) =>
  [...read(path).matchAll(/(?:href="|\]\()(\/[^"#?)]*)(?:#([\w-]+))?/g)].map(([, href, part]) => ({
    path,
    href: href!,
    part,
  })),
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

test('every link to a part of the guide leads to a part that is there', () => {
  const inside = links.filter(({ href, part }) => part && href.startsWith('/guide/'));
  expect(inside.length).toBeGreaterThan(1);
  const there = CHAPTERS.flatMap(({ slug, parts }) => parts.map(({ id }) => `/guide/${slug}#${id}`));
  expect(inside.filter(({ href, part }) => !there.includes(`${href}#${part}`))).toEqual([]);
});

test('every file of the guide is a chapter of it, once', () => {
  const written = FILES.filter((path) => /^app\/\(public\)\/guide\/chapters\//.test(path));
  expect(written.sort()).toEqual(
    CHAPTERS.map(({ slug }) => `app/(public)/guide/chapters/${slug}.mdx`).sort(),
  );
});
