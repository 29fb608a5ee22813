import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { showId } from '@/lib/core/id';
import { database } from '@/lib/platform/db/client';
import { needChromium } from '../setup/chromium';
import { type Figure, percentile, say } from './measure';

const FLOOR = '/dev/empty';
const ROUNDS = 3;
/** What has to be full on every public page. */
const FULL = ['accessibility', 'best-practices', 'seo'] as const;
/** The longest of them is a phone's over a slow line, as Lighthouse plays it. */
const WITHIN_MS = 120_000;
/** Apart from the project's own packages: nothing else needs them, and they are large. */
const HOME = 'tests/bench/lighthouse';

type Audits = Record<string, { score: number | null; title: string; numericValue?: number }>;
type Report = {
  categories: Record<(typeof FULL)[number], { score: number; auditRefs: { id: string }[] }>;
  audits: Audits;
};
type Page = { path: string; paintMs: number; blockedMs: number; missing: string[] };

/**
 * What Lighthouse says of the public pages: the three scores that do not depend on the machine have to be full, and how
 * long a phone waits for the largest paint, and is blocked by script, is measured against a page that holds nothing.
 */
export async function measureLighthouse(port: number): Promise<Figure[]> {
  if (!existsSync(join(HOME, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HOME, stdio: 'inherit' });
  const chromium = needChromium(say);
  const company = await database().company.findFirstOrThrow({ select: { id: true }, orderBy: { id: 'asc' } });
  const paths = ['/', '/experts', `/companies/${showId(company.id)}`, '/guide'];
  const floor = await look(port, FLOOR, chromium);
  const pages: Page[] = [];
  for (const path of paths) pages.push(await look(port, path, chromium));
  for (const { path, paintMs, blockedMs, missing } of [floor, ...pages]) {
    const times = `largest paint ${paintMs.toFixed(0)} ms, blocked ${blockedMs.toFixed(0)} ms`;
    say(`  ${path.padEnd(40)} ${times}${path === FLOOR ? '' : `, ${missing.join('; ') || 'full scores'}`}`);
  }
  const most = (of: (page: Page) => number) => Math.max(...pages.map(of)) / of(floor);
  return [
    { name: 'lighthouse-paint', ratio: most(({ paintMs }) => paintMs), goal: 1.3 },
    { name: 'lighthouse-blocked', ratio: most(({ blockedMs }) => blockedMs), goal: 1.3 },
    { name: 'lighthouse-missing', ratio: pages.flatMap(({ missing }) => missing).length, goal: 0 },
  ];
}

/** The median of some rounds, and what any of them found wanting. */
async function look(port: number, path: string, chromium: string): Promise<Page> {
  const reports: Report[] = [];
  for (let round = 0; round < ROUNDS; round += 1) reports.push(await report(port, path, chromium));
  const median = (audit: string) =>
    percentile(
      reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN),
      0.5,
    );
  return {
    path,
    paintMs: median('largest-contentful-paint'),
    blockedMs: median('total-blocking-time'),
    missing: [...new Set(reports.flatMap(missingIn))],
  };
}

function missingIn({ categories, audits }: Report): string[] {
  return FULL.filter((name) => categories[name].score < 1).map((name) => {
    const short = categories[name].auditRefs
      .map(({ id }) => audits[id])
      .filter((audit) => audit && audit.score !== null && audit.score < 1);
    return `${name} ${Math.round(categories[name].score * 100)} (${short.map((audit) => audit?.title).join(', ')})`;
  });
}

async function report(port: number, path: string, chromium: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(HOME, 'node_modules/lighthouse/cli/index.js'),
      `http://localhost:${port}${path}`,
      '--quiet',
      '--output=json',
      `--only-categories=performance,${FULL.join(',')}`,
      `--chrome-flags=--headless=new --no-sandbox`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 64 << 20, timeout: WITHIN_MS },
  );
  return JSON.parse(stdout) as Report;
}
