import type { Browser } from '@playwright/test';
import { act } from '@/lib/demo/world/stage';
import * as requests from '@/lib/market/drafts/commands';
import { PostRequest } from '@/lib/market/drafts/schema';
import { makeExpert } from '../fixtures/world';
import { mailTo } from './inbox';
import { place } from './place';
import { enter, join, openRoom, type Room } from './rooms';
import { expect, type Person, test } from './test';

/** A request of the room's customer, by the command that the form sends. */
function post({ people, customerId }: Room, title: string, more: object = {}) {
  return act(people.owner, requests.post, PostRequest, {
    title,
    description: 'It began on Monday. We would like somebody to look at it with us this week.',
    budget: 'from100',
    location: 'anywhere',
    contactName: 'Una',
    contactEmail: people.owner.email,
    customerId,
    ...more,
  });
}

const list = ({ page }: Person) => page.getByRole('list', { name: 'Open requests' });
const search = async ({ page }: Person, words: string) => {
  await page.getByLabel('Words in the request').fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
};

test('three experts find a new request: by a search, by the mail of a saved search, and live in the open list', async ({
  person,
}) => {
  const room = await openRoom();
  const word = `axolotl${room.mark}`;
  const title = `Care of an ${word} in a cluster`;
  const saver = await enter(await person('saver'), room, 'otherExpert');
  const reader = await enter(await person('reader'), room, 'expert');
  await makeExpert(join(), room.companyId, room.more.rightless);
  const seeker = await enter(await person('seeker'), room, 'rightless');

  await saver.page.goto('/work');
  await search(saver, word);
  await expect(saver.page.getByText('No open requests match this search')).toBeVisible();
  await saver.page.getByText('Save this search').click();
  await saver.page.getByLabel('Name', { exact: true }).fill('Axolotls');
  await saver.page.getByRole('button', { name: 'Save search' }).click();
  await expect(saver.page).toHaveURL(/\/work\/searches$/);
  await expect(saver.page.getByRole('heading', { name: 'Axolotls' })).toBeVisible();

  await post(room, `An older one about ${word}`);
  // The line stands once it has asked for the first time.
  const asked = reader.page.waitForResponse(/\/api\/work\/new/);
  await reader.page.goto(`/work?q=${word}`);
  await expect(
    list(reader)
      .getByRole('listitem')
      .filter({ has: reader.page.getByRole('article') }),
  ).toHaveCount(1);
  await asked;
  const before = await list(reader).boundingBox();
  await post(room, title);
  const bar = reader.page.getByRole('button', { name: '1 new request' });
  await expect(bar).toBeVisible();
  expect(await list(reader).boundingBox()).toEqual(before);
  await expect(reader.page.getByRole('link', { name: title, exact: true })).toHaveCount(0);
  await bar.click();
  await expect(reader.page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(bar).toHaveCount(0);

  const mail = await mailTo(room.people.otherExpert.email, { subject: 'search' });
  // Both may have been found by then: one mail for what is due, which leads to the request or to the search.
  expect(mail.text).toContain(word);
  expect(mail.text).toMatch(/\/work[/?]\S+/);

  await seeker.page.goto('/work');
  await search(seeker, `"${word} in a cluster"`);
  await expect(seeker.page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

test('filters stand in the address, come off one by one, and the way back leads through them', async ({
  person,
}) => {
  const room = await openRoom();
  const word = `newt${room.mark}`;
  await post(room, `Small ${word} job`, { budget: 'from50' });
  await post(room, `Large ${word} job`, { budget: 'from10000', location: 'uk' });
  const expert = await enter(await person('expert'), room, 'otherExpert');
  const { page } = expert;
  const small = page.getByRole('link', { name: `Small ${word} job`, exact: true });
  const large = page.getByRole('link', { name: `Large ${word} job`, exact: true });
  await page.goto('/work');
  await search(expert, word);
  await expect(page).toHaveURL(new RegExp(`/work\\?q=${word}$`));
  await expect(small).toBeVisible();
  await page.getByText('Filter and sort').click();
  await page.getByLabel('$50 - $100').check();
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(large).toHaveCount(0);
  await expect(small).toBeVisible();
  await expect(page).toHaveURL(/budget=from50/);
  await page.getByRole('list', { name: 'Active filters' }).getByRole('link', { name: '$50 - $100' }).click();
  await expect(large).toBeVisible();
  await page.goBack();
  await expect(large).toHaveCount(0);
  await expect(page.getByLabel('$50 - $100')).toBeChecked();
  await page.goBack();
  await expect(large).toBeVisible();
});

test('what is bookmarked is at hand, what is hidden is gone until it is wanted again', async ({ person }) => {
  const room = await openRoom();
  const title = `A salamander for ${room.mark}`;
  await post(room, title);
  const { page } = await enter(await person('expert'), room, 'otherExpert');
  const link = page.getByRole('link', { name: title, exact: true });
  await page.goto(`/work?q=${room.mark}`);
  await page.getByRole('button', { name: `Bookmark: ${title}` }).click();
  await expect(page.getByRole('button', { name: `Remove bookmark: ${title}` })).toBeVisible();
  await page.getByRole('link', { name: 'Bookmarks' }).click();
  await expect(page).toHaveURL(/\/work\/bookmarks$/);
  await expect(link).toBeVisible();
  await page.goto(`/work?q=${room.mark}`);
  await page.getByRole('button', { name: `Hide: ${title}` }).click();
  await expect(page.getByText(`“${title}” is hidden`)).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();
  await page.getByRole('button', { name: `Hide: ${title}` }).click();
  await expect(link).toHaveCount(0);
  await page.goto('/work/hidden');
  await page.getByRole('button', { name: `Show again: ${title}` }).click();
  await expect(page.getByText('No hidden requests')).toBeVisible();
});

test('a search that is too long says so, and keeps what was typed', async ({ person }) => {
  const room = await openRoom();
  const { page } = await enter(await person('expert'), room, 'otherExpert');
  const long = 'lambda '.repeat(40).trim();
  await page.goto(`/work?q=${encodeURIComponent(long)}`);
  await expect(page.getByText('We can’t run this search')).toBeVisible();
  await expect(page.getByText('Search can have at most 200 characters')).toBeVisible();
  await expect(page.getByLabel('Words in the request')).toHaveValue(long);
});

test('without JavaScript: search, filter, page, bookmark, hide and undo, save a search', async ({
  browser,
}) => {
  const room = await openRoom();
  const word = `frog${room.mark}`;
  for (let count = 1; count <= 22; count += 1) await post(room, `${word} number ${count} of many`);
  const expert = await plain(browser, room);
  const { page } = expert;
  await page.goto('/work');
  await search(expert, word);
  await expect(page.getByRole('article')).toHaveCount(20);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('link', { name: `${word} number 1 of many`, exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Newer' }).click();
  await expect(page.getByRole('article')).toHaveCount(20);
  const title = `${word} number 22 of many`;
  await page.getByRole('button', { name: `Hide: ${title}` }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await page.getByText('Save this search').click();
  await page.getByLabel('Name', { exact: true }).fill('Frogs');
  await page.getByRole('button', { name: 'Save search' }).click();
  await expect(page.getByRole('heading', { name: 'Frogs' })).toBeVisible();
});

test('by keyboard alone, on a phone: a search is made, and its first request bookmarked', async ({
  person,
}) => {
  const room = await openRoom();
  const title = `A toad for ${room.mark}`;
  await post(room, title);
  const { page } = await enter(await person('expert'), room, 'otherExpert');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/work');
  await page.getByLabel('Words in the request').focus();
  await page.keyboard.type(room.mark);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  const bookmark = page.getByRole('button', { name: `Bookmark: ${title}` });
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if (await bookmark.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(bookmark).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Remove bookmark: ${title}` })).toBeVisible();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
});

/** An expert's browser that runs no script at all. */
async function plain(browser: Browser, room: Room): Promise<Person> {
  join();
  const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
  return enter({ page: await context.newPage(), context }, room, 'otherExpert');
}

test('a page full of links asks the server for none of the pages behind them', async ({ person }) => {
  const room = await openRoom();
  await post(room, `One to look at, ${room.mark}`);
  const reader = await enter(await person('reader'), room, 'expert');
  const ahead: string[] = [];
  reader.page.on('request', (request) => {
    if ('rsc' in request.headers()) ahead.push(request.url());
  });
  for (const path of ['/work', '/', '/experts']) {
    await reader.page.goto(path, { waitUntil: 'networkidle' });
    await expect(reader.page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
  expect(ahead).toEqual([]);
});

test('a full page of open requests is light, its cards are equally high, and their actions stand in one column', async ({
  person,
}) => {
  const room = await openRoom();
  const description = 'Since Monday our nightly export stops half way. '.repeat(12);
  for (let count = 1; count <= 20; count += 1)
    await post(room, `Export number ${count} of ${room.mark} stops half way through the night`, {
      description,
      ...(count % 2 ? { services: 'Lambda, S3, DynamoDB', regions: 'eu-central-1, us-east-1' } : {}),
    });
  const { page, context } = await enter(await person('expert'), room, 'otherExpert');
  const answer = await context.request.get(`${place().app}/work`);
  expect((await answer.body()).byteLength).toBeLessThanOrEqual(90_000);
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/work?q=${room.mark}`);
    await expect(page.getByRole('article')).toHaveCount(20);
    const boxes = await page.getByRole('article').evaluateAll((cards) =>
      cards.map((card) => {
        const of = (element: Element) => element.getBoundingClientRect();
        return {
          height: Math.round(of(card).height),
          action: Math.round(of(card.querySelector('a.btn')!).right),
        };
      }),
    );
    expect(new Set(boxes.map(({ height }) => height)).size).toBe(1);
    expect(new Set(boxes.map(({ action }) => action)).size).toBe(1);
  }
});
