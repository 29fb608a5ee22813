import { basename } from 'node:path';
import { compile } from '@mdx-js/mdx';

/**
 * How a chapter of the guide becomes a module, for Next (as a loader: see next.config.ts) and for Vitest (as a plug-in).
 * It is MDX with a head of `name: value` lines, and parts that each begin with `## Title {#anchor}`; `{expressions}` may
 * stand in both. The module's default is its text, `chapter` its head and the list of its parts.
 */
export async function compileChapter(source, path) {
  const [, head, text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  if (head === undefined) throw new Error(`${path} has no head between two lines of ---`);
  const about = head.split('\n').map((line) => /^(\w+): (.+)$/.exec(line).slice(1));
  const parts = [];
  const divided = text.replace(/^## (.+) \{#([\w-]+)\}$/gm, (_, title, id) => {
    parts.push({ id, title });
    return `${parts.length > 1 ? '</Part>\n\n' : ''}<Part id="${id}" title={${written(title)}}>`;
  });
  if (parts.length === 0 || /^## /m.test(divided))
    throw new Error(`${path}: a part needs "## Title {#anchor}"`);
  const code = await compile({ value: `${divided}\n\n</Part>\n`, path });
  const values = [
    ['slug', JSON.stringify(basename(path, '.mdx'))],
    ...about.map(([name, text]) => [name, written(text)]),
    ['parts', `[${parts.map(({ id, title }) => `{ id: ${JSON.stringify(id)}, title: ${written(title)} }`)}]`],
  ];
  return `${code}\nexport const chapter = { ${values.map((value) => value.join(': '))} };\n`;
}

/** A text of the head, or a title, as code: what stands in braces is an expression there, too. */
const written = (text) =>
  text
    .split(/\{([^}]+)\}/)
    .map((piece, place) => (place % 2 ? piece : JSON.stringify(piece)))
    .join(' + ');

export default function chapterLoader(source) {
  const done = this.async();
  compileChapter(source, this.resourcePath).then((code) => done(null, code), done);
}

/** The same for Vitest. */
export const chapters = () => ({
  name: 'chapters',
  transform: (source, path) => (path.endsWith('.mdx') ? compileChapter(source, path) : undefined),
});
