import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { showId } from '@/lib/core/id';
import { database } from '@/lib/platform/db/client';
import { listed } from '../fixtures/directory';
import { place } from './place';
import { join } from './rooms';
import { expect, test } from './test';

async function read(path: string): Promise<string> {
  const answer = await fetch(new URL(path, place().app));
  expect(answer.status, path).toBe(200);
  return answer.text();
}

const valuesOf = (robots: string, name: string) =>
  [...robots.matchAll(new RegExp(`^${name}: (.+)$`, 'gm'))].map(([, value]) => value!);
const addressesIn = (sitemap: string) => [...sitemap.matchAll(/<loc>(.+?)<\/loc>/g)].map(([, url]) => url!);

test('robots.txt keeps crawlers out of what needs a session, and of nothing that the sitemaps list', async () => {
  const robots = await read('/robots.txt');
  const disallowed = valuesOf(robots, 'Disallow');
  const isDisallowed = (path: string) => disallowed.some((start) => path.startsWith(start));
  const folders = ['member', 'customer', 'expert', 'admin'].flatMap((side) =>
    readdirSync(`app/(${side})`, { withFileTypes: true }).filter((entry) => entry.isDirectory()),
  );
  const closed = [...folders.map(({ name }) => `/${name}`), '/api/health', '/demo', '/dev/job'];
  expect(closed.length).toBeGreaterThan(15);
  expect(closed.filter((path) => !isDisallowed(path))).toEqual([]);

  const sitemaps = valuesOf(robots, 'Sitemap');
  const listedIn = await Promise.all(sitemaps.map(async (url) => addressesIn(await read(url))));
  for (const url of [...sitemaps, ...listedIn.flat()]) {
    expect(url).toMatch(new RegExp(`^${place().app}/?`));
    expect(isDisallowed(new URL(url).pathname), url).toBe(false);
  }
});

test('the sitemap lists every page that is there for everybody, each by the address that the page itself names', async () => {
  const urls = addressesIn(await read('/sitemap.xml'));
  const paths = urls.map((url) => new URL(url).pathname);
  for (const path of ['/', '/how-it-works', '/pricing', '/faq', '/for-experts', '/guide/start'])
    expect(paths).toContain(path);
  for (const path of ['/legal', '/legal/terms', '/legal/privacy', '/experts', '/companies'])
    expect(paths).toContain(path);
  const others = readdirSync('app/(public)', { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx' && !file.includes('['))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?page\.tsx$/, '')}`)
    .filter((path) => !paths.includes(path) && path !== '/demo');
  expect(others.length).toBeGreaterThan(3);
  for (const path of others) expect(await read(path), path).toContain('content="noindex');
  for (const url of urls) {
    const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(await read(url)) ?? [];
    if (canonical) expect(canonical).toBe(url);
  }
});

test('what a page says of its own address is whole, and of this installation', async () => {
  const at = (path: string) => `href="${place().app}${path}"`;
  expect(await read('/experts')).toContain(`<link rel="canonical" ${at('/experts')}/>`);
  expect(await read('/legal')).toContain(at('/legal/feed.xml'));
});

test('published experts and companies are listed by the one address of their profile; others are not', async () => {
  join();
  const handle = `crawled-${Date.now().toString(36)}`;
  const seen = await listed({ name: 'Sunniva Aasland' });
  const named = await listed({ name: 'Halvard Birkeland' });
  const hidden = await listed({ name: 'Torunn Lysne', published: false });
  await database().expert.update({ where: { id: named.expertId }, data: { handle, handleOn: true } });
  const at = (path: string) => `${place().app}${path}`;
  const experts = addressesIn(await read('/experts/sitemap.xml'));
  expect(experts).toContain(at(`/experts/${showId(seen.expertId)}`));
  expect(experts).toContain(at(`/e/${handle}`));
  expect(experts).not.toContain(at(`/experts/${showId(named.expertId)}`));
  expect(experts).not.toContain(at(`/experts/${showId(hidden.expertId)}`));
  const companies = addressesIn(await read('/companies/sitemap.xml'));
  expect(companies).toContain(at(`/companies/${showId(seen.companyId)}`));
  expect(companies).not.toContain(at(`/companies/${showId(hidden.companyId)}`));
});
