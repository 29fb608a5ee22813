import type { Page } from '@playwright/test';
import { place } from './place';
import { soundThroughout } from './sound';
import { expect, test } from './test';

const PAGES = [
  '/how-it-works',
  '/pricing',
  '/faq',
  '/for-experts',
  '/legal',
  '/legal/terms',
  '/legal/terms/1',
  '/legal/privacy',
  '/legal/agreement',
  '/guide',
];
/** The chapters, as the guide's first page lists them. */
async function chaptersOf(page: Page): Promise<string[]> {
  await page.goto('/guide');
  const all = page.locator('main h3 a[href^="/guide/"]');
  const chapters = await all.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(chapters.length).toBeGreaterThan(10);
  return chapters;
}

test('the public pages and the guide read without JavaScript, and their links lead somewhere', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
  const page = await context.newPage();
  const targets = new Set<string>();
  for (const path of [...PAGES, ...(await chaptersOf(page))]) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    for (const href of await page
      .locator('main a[href]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')!))) {
      if (href.startsWith('#')) expect(ids, `${path}${href}`).toContain(href.slice(1));
      if (href.startsWith('/')) targets.add(href);
    }
    const broken = await page
      .locator('main img')
      .evaluateAll((all) => all.filter((img) => !img.getAttribute('alt')).length);
    expect(broken, `${path}: pictures without words`).toBe(0);
  }
  for (const href of targets) {
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBeLessThan(400);
    const [, id] = href.split('#');
    if (id) expect(await answer.text(), href).toContain(`id="${id}"`);
  }
  await context.close();
});

test('the public pages and the guide are accessible, light and dark, wide and narrow', async ({ person }) => {
  test.setTimeout(300_000);
  const { page } = await person('nobody');
  for (const path of [...PAGES, ...(await chaptersOf(page)), '/unsubscribe'])
    await soundThroughout(page, path);
});

test('the document history is RSS that a program can read', async ({ person }) => {
  const { page } = await person('nobody');
  await page.goto('/legal');
  const link = page.locator('link[rel="alternate"][type="application/rss+xml"]');
  const href = (await link.getAttribute('href'))!;
  const answer = await page.request.get(href);
  expect(answer.headers()['content-type']).toContain('application/rss+xml');
  const feed = await page.evaluate(
    (text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      return {
        broken: parsed.querySelectorAll('parsererror').length,
        version: parsed.documentElement.getAttribute('version'),
        items: [...parsed.querySelectorAll('item')].map((item) => ({
          guid: item.querySelector('guid')?.textContent,
          day: Date.parse(item.querySelector('pubDate')?.textContent ?? ''),
        })),
      };
    },
    await answer.text(),
  );
  expect(feed).toMatchObject({ broken: 0, version: '2.0' });
  expect(feed.items.length).toBeGreaterThanOrEqual(3);
  for (const { guid, day } of feed.items) {
    expect(day).not.toBeNaN();
    expect((await page.request.get(guid!)).status()).toBe(200);
  }
});
