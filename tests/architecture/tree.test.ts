import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { CODE, FILES, read } from './source';

const FOLDERS = [
  '.ci',
  '.github',
  '.vscode',
  'app',
  'components',
  'docs',
  'lib',
  'prisma',
  'public',
  'tests',
];
const CORE = [
  ...['events', 'findings', 'id', 'lifecycle', 'money', 'page', 'path', 'refusal', 'rights', 'scope'],
  ...['step-up', 'text', 'time', 'together', 'visible', 'words', 'zone'],
];
const NAMELESS = ['common', 'helper', 'helpers', 'misc', 'services', 'shared', 'types', 'util', 'utils'];
const HARD_LIMIT = 250;

const unless = (files: string[], sound: (path: string) => boolean) => files.filter((path) => !sound(path));
/** Code without its comments and texts, so that words in them do not count. */
const bare = (code: string) =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, "''");

test('there is source to look at', () => {
  expect(CODE.length).toBeGreaterThan(200);
});

test('the top level holds the agreed folders', () => {
  const found = new Set(FILES.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
  expect([...found].filter((folder) => !FOLDERS.includes(folder ?? ''))).toEqual([]);
});

test('core holds the agreed files', () => {
  expect(FILES.filter((path) => path.startsWith('lib/core/')).sort()).toEqual(
    CORE.map((name) => `lib/core/${name}.ts`),
  );
});

test('no folder or file has a name that says nothing', () => {
  const nameless = (path: string) =>
    path.split('/').some((part) => NAMELESS.includes(part.replace(/\.\w+$/, '')));
  expect(FILES.filter(nameless)).toEqual([]);
});

test('no file is longer than it can be read in one sitting', () => {
  const lines = (path: string) => read(path).split('\n').length - 1;
  expect(CODE.filter((path) => lines(path) > HARD_LIMIT).map((path) => `${path}: ${lines(path)}`)).toEqual(
    [],
  );
});

test('a folder holds one noun: twelve files at most', () => {
  const counts = new Map<string, number>();
  // Core is a list of its own, above: each of its files is a noun.
  for (const path of CODE)
    if (/^lib\/(?!core|sandbox|demo|processes)/.test(path))
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(50);
  const full = [...counts].filter(([, count]) => count > 12).map(([folder]) => folder.slice('lib/'.length));
  expect(full).toEqual([]);
});

test("components stand where their area's noun does: fifteen files at most", () => {
  const nouns = CODE.filter((path) => /^components\/(?!ui\/|layout\/|guide\/)/.test(path)).map(dirname);
  const full = nouns.filter((folder) => nouns.filter((other) => other === folder).length > 15);
  expect([...new Set(full)]).toEqual([]);
  const areas = new Set(FILES.map((path) => path.match(/^lib\/([a-z]+)\//)?.[1]).filter(Boolean));
  expect(areas.size).toBeGreaterThan(10);
  const elsewhere = nouns.filter((folder) => !areas.has(folder.split('/')[1]));
  expect([...new Set(elsewhere)]).toEqual([]);
});

test('no file only passes on what others export', () => {
  const barrel = (path: string) => {
    const statements = bare(read(path))
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return (
      /\/index\.tsx?$/.test(path) ||
      (statements.length > 0 && statements.every((line) => /^export .* from /.test(line)))
    );
  };
  expect(unless(CODE, (path) => !barrel(path))).toEqual([]);
});

test('the only class is Refusal', () => {
  const classes = CODE.flatMap((path) =>
    [...bare(read(path)).matchAll(/^(?:export )?(?:default )?(?:abstract )?class (\w+)/gm)].map(
      (found) => `${path}: ${found[1]}`,
    ),
  );
  expect(classes).toEqual(['lib/core/refusal.ts: Refusal']);
});

test('defaults are exported where a tool insists on them, and nowhere else', () => {
  const insisted =
    /^(app\/.*\/?(page|layout|error|global-error|not-found|loading|template|default|icon|opengraph-image|sitemap|robots|manifest)\.tsx?|[^/]+\.config\.ts|proxy\.ts|tests\/setup\/.*)$/;
  const exporting = CODE.filter((path) => /^export default /m.test(bare(read(path))));
  expect(unless(exporting, (path) => insisted.test(path))).toEqual([]);
});

test('a color has its value in tailwind.config.ts alone', () => {
  // A QR code is black on white whatever the theme, and cameras insist on it.
  const colored = FILES.filter((path) => /^(app|components)\/.*\.(tsx?|css)$/.test(path)).flatMap((path) =>
    [...read(path).matchAll(/#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3})\b|\b(?:rgb|hsl|oklch)a?\(/gi)].map(
      ([color]) => `${path}: ${color}`,
    ),
  );
  expect(colored.map((found) => found.replace(/^.*\//, ''))).toEqual(['authenticator-forms.tsx: #000']);
});

test('no command opens a transaction of its own', () => {
  const commands = CODE.filter((path) => /^lib\/.*\bcommands\b[^/]*\.ts$/.test(path));
  expect(commands.length).toBeGreaterThan(40);
  expect(commands.filter((path) => /\$?\btransaction\(/.test(bare(read(path))))).toEqual([]);
});

test('no test is left out', () => {
  const left = CODE.filter(
    (path) =>
      path.startsWith('tests/') && /\b(it|test|describe)\.(skip|only|todo|fixme)\b/.test(bare(read(path))),
  );
  expect(left).toEqual([]);
});
