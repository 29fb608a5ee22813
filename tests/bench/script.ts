import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { showId } from '@/lib/core/id';
import { database } from '@/lib/platform/db/client';
import { attributeOf, type Browser, openBrowser, textOf } from './browser';
import { type Figure, say } from './measure';

const FLOOR = '/dev/empty';
/** Not there in live mode, and signing out is for whoever is signed in. */
const LEFT_OUT = ['/demo', '/sign-in/out'];

type Weight = { path: string; bytes: number; scripts: string[] };

/** What a browser must load of JavaScript before a public page is complete, against a page that holds nothing. */
export async function measureScript(port: number): Promise<Figure> {
  const browser = openBrowser(port);
  try {
    const sizes = new Map<string, Promise<number>>();
    // Without it nobody is told to look into an inbox.
    await browser.press('/sign-in', 'name="email"', { email: 'reader@groundcrew.example' });
    const floor = await weigh(browser, FLOOR, sizes);
    if (!floor || floor.bytes === 0) throw new Error(`${FLOOR} loads no script`);
    const pages = await weighAll(browser, sizes);
    say(`  ${FLOOR.padEnd(42)} ${kilobytes(floor.bytes)}`);
    for (const { path, bytes, scripts } of pages) {
      const own = scripts.filter((source) => !floor.scripts.includes(source)).length;
      const ratio = (bytes / floor.bytes).toFixed(2);
      say(`  ${path.padEnd(42)} ${kilobytes(bytes)}  ${ratio}  ${own} scripts of its own`);
    }
    return { name: 'script', ratio: Math.max(...pages.map(({ bytes }) => bytes)) / floor.bytes, goal: 1.35 };
  } finally {
    browser.close();
  }
}

/** Every page that anyone may open, as the folders of the source say it; one example where an address has a place for an id. */
async function weighAll(browser: Browser, sizes: Map<string, Promise<number>>): Promise<Weight[]> {
  const patterns = globSync('app/(public)/**/page.tsx')
    .map((file) => dirname(file).replaceAll('\\', '/').slice('app/(public)'.length) || '/')
    .filter((pattern) => !LEFT_OUT.includes(pattern))
    // Those with a fixed address first: the others' examples are looked for among their links.
    .sort((a, b) => Number(a.includes('[')) - Number(b.includes('[')) || a.localeCompare(b));
  const company = await database().company.findFirstOrThrow({ select: { id: true }, orderBy: { id: 'asc' } });
  const links = new Set([`/companies/${showId(company.id)}`]);
  const weights: Weight[] = [];
  for (const pattern of patterns) {
    const shape = new RegExp(`^${pattern.replace(/\[[^\]]+\]/g, '[^/?#]+')}$`);
    const path = pattern.includes('[') ? [...links].find((link) => shape.test(link)) : pattern;
    const weight = path && (await weigh(browser, path, sizes, links));
    if (weight) weights.push(weight);
    else say(`  ${pattern} is left out: ${path ? 'it leads elsewhere' : 'nothing links to one'}`);
  }
  return weights;
}

/** The scripts that a page's own HTML names, and what they weigh together on the wire; null where it leads elsewhere. */
async function weigh(
  browser: Browser,
  path: string,
  sizes: Map<string, Promise<number>>,
  links?: Set<string>,
): Promise<Weight | null> {
  const page = await browser.get(path);
  if (page.status >= 300 && page.status < 400) return null;
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const html = textOf(page);
  for (const [tag] of html.matchAll(/<a\b[^>]*>/g)) links?.add(attributeOf(tag, 'href') ?? '');
  const scripts = [...scriptsOf(html)];
  const each = await Promise.all(
    scripts.map((source) => {
      if (!sizes.has(source)) sizes.set(source, transferred(browser, source));
      return sizes.get(source)!;
    }),
  );
  return { path, scripts, bytes: each.reduce((sum, bytes) => sum + bytes, 0) };
}

function scriptsOf(html: string): Set<string> {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
    const source = attributeOf(tag, 'src');
    // Browsers that know modules skip those for older ones.
    if (source && !/\snomodule\b/i.test(tag)) found.add(source);
  }
  for (const [tag] of html.matchAll(/<link\b[^>]*>/g)) {
    const kind = attributeOf(tag, 'rel');
    const loads = kind === 'modulepreload' || (kind === 'preload' && attributeOf(tag, 'as') === 'script');
    const source = attributeOf(tag, 'href');
    if (loads && source) found.add(source);
  }
  return found;
}

async function transferred(browser: Browser, source: string): Promise<number> {
  const { status, headers, body } = await browser.get(source);
  if (status !== 200) throw new Error(`${source} answered ${status}`);
  // Next leaves the smallest files as they are.
  if (headers['content-encoding'] !== 'gzip' && body.length > 2_048)
    throw new Error(`${source} came without compression`);
  return body.length;
}

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`.padStart(10);
