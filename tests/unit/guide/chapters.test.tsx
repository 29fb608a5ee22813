import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { compileChapter } from '@/app/(public)/guide/chapter-loader.mjs';
import { CHAPTERS } from '@/app/(public)/guide/chapters';
import { ELEMENTS } from '@/app/(public)/guide/elements';
import { facts } from '@/app/(public)/guide/facts';

const textOf = (slug: string) => readFileSync(`app/(public)/guide/chapters/${slug}.mdx`, 'utf8');

/** Every fact by its name, as a chapter writes it: `accessDays.most`. */
const named = new Map(
  Object.entries(facts).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object'
      ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one])
      : [[name, value]],
  ),
);
const used = CHAPTERS.flatMap(({ slug }) =>
  [...textOf(slug).matchAll(/\{facts\.([\w.]+)\}/g)].map(([, name]) => ({ slug, name: name! })),
);

test.each(CHAPTERS)('$slug can be drawn, with its parts in their order', ({ Text, parts }) => {
  const html = renderToStaticMarkup(<Text components={ELEMENTS} />);
  expect([...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)).toEqual(parts.map(({ id }) => id));
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});

test('a chapter names no fact that there is not, and each fact is told somewhere', () => {
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter(({ name }) => named.get(name) === undefined)).toEqual([]);
  const told = [...used.map(({ name }) => name), 'email'];
  expect([...named.keys()].filter((name) => !told.includes(name))).toEqual([]);
});

test('a head and a title hold facts like the text does', () => {
  const chapter = (slug: string) => CHAPTERS.find((one) => one.slug === slug)!;
  expect(chapter('payments').about).toContain(`the ${facts.approvalDaysInWords} days`);
  expect(chapter('access').about).toContain(`the ${facts.levels} levels`);
  expect(chapter('access').parts).toContainEqual({ id: 'levels', title: `The ${facts.levels} levels` });
  expect(JSON.stringify(CHAPTERS)).not.toContain('facts.');
});

describe('what is no chapter is refused, with its path', () => {
  test.each([
    ['without a head', '## A part {#part}\n\nText.\n'],
    ['with a part without an anchor', '---\ntitle: T\n---\n\n## A part\n\nText.\n'],
    ['without a part', '---\ntitle: T\n---\n\nText.\n'],
  ])('%s', async (_what, source) => {
    await expect(compileChapter(source, 'guide/odd.mdx')).rejects.toThrow('guide/odd.mdx');
  });
});
