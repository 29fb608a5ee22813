import type { Page } from '@playwright/test';
import { showId } from '@/lib/core/id';
import { database } from '@/lib/platform/db/client';
import { listed } from '../fixtures/directory';
import { place } from './place';
import { enter, join, openRoom } from './rooms';
import { sound } from './sound';
import { signInByCode } from './steps';
import { expect, type Person, test } from './test';

type Cast = {
  mark: string;
  seen: Awaited<ReturnType<typeof listed>>;
  hidden: Awaited<ReturnType<typeof listed>>;
};
let cast: Cast;

/** Two experts whom nobody else in the product resembles: one is complete, the other is not. */
test.beforeAll(async () => {
  join();
  const mark = `zq${Date.now().toString(36)}`;
  const common = { country: 'NO', code: 'DBS', languages: ['English', 'Norwegian'], rateFrom: 9_500n };
  const seen = await listed({
    ...common,
    name: 'Ragnfrid Kvammestad',
    company: `Fjellvann ${mark}`,
    headline: `Databases that stay awake, ${mark}`,
    summary: 'Aurora and DynamoDB.\nI read slow logs for pleasure.',
    freelancer: false,
  });
  const hidden = await listed({
    ...common,
    name: 'Torgunn Haveraaen',
    headline: `Not done yet, ${mark}`,
    published: false,
  });
  await database().expert.update({
    where: { id: seen.expertId },
    data: { handle: `kvammestad-${mark}`, handleOn: true },
  });
  cast = { mark, seen, hidden };
});

async function plain(person: (name: string) => Promise<Person>, page?: Page) {
  return page ?? (await person('a visitor')).page;
}

test('an expert is found by certification and by a misspelt name; a half-filled profile is not', async ({
  person,
}) => {
  const page = await plain(person);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Experts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Experts' })).toBeVisible();
  await page.getByRole('searchbox').fill(cast.mark);
  await page.getByText('certification, country, rate and more').click();
  await page.getByLabel('Certification', { exact: true }).selectOption({ label: 'Database – Specialty' });
  await page.getByRole('button', { name: 'Apply' }).click();
  const list = page.getByRole('list', { name: 'Experts', exact: true });
  await expect(list.getByRole('listitem').filter({ hasText: 'Ragnfrid' })).toHaveCount(1);
  await expect(page.getByText('Torgunn')).toHaveCount(0);
  await sound(page);
  const chips = page.getByRole('list', { name: 'Active filters' });
  await chips.getByRole('link', { name: /Database – Specialty.*remove/ }).click();
  await expect(page).not.toHaveURL(/code=/);

  await page.getByRole('searchbox').fill('Ragnfird Kvamestad');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByText('These have similar names.')).toBeVisible();
  await page.getByRole('link', { name: 'Ragnfrid Kvammestad' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ragnfrid Kvammestad' })).toBeVisible();

  await page.goto('/experts?q=Haveraaen');
  await expect(page.getByText('No matches for these filters')).toBeVisible();
  await sound(page);
  for (const path of [
    `/experts/${showId(cast.hidden.expertId)}`,
    `/companies/${showId(cast.hidden.companyId)}`,
  ])
    expect((await page.request.get(path)).status()).toBe(404);
});

test('a profile: the same at its handle, four tabs of its company, nothing that reaches the person', async ({
  person,
}) => {
  const page = await plain(person);
  const { seen, mark } = cast;
  await page.goto(`/experts/${showId(seen.expertId)}`);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`/e/kvammestad-${mark}$`),
  );
  await sound(page);
  await page.goto(`/e/KVAMMESTAD-${mark}`);
  await expect(page.getByText('Database – Specialty')).toBeVisible();
  await expect(page.getByText('DynamoDB', { exact: true })).toBeVisible();
  const email = (await database().person.findUniqueOrThrow({ where: { id: seen.personId } })).email;
  expect(await page.content()).not.toContain(email);
  await database().expert.update({ where: { id: seen.expertId }, data: { handleOn: false } });
  expect((await page.request.get(`/e/kvammestad-${mark}`)).status()).toBe(404);

  await page
    .getByRole('link', { name: `Fjellvann ${mark}` })
    .first()
    .click();
  for (const [tab, text] of [
    ['Experts', 'Ragnfrid Kvammestad'],
    ['Reviews', 'No reviews yet'],
    ['Services', 'Certified for'],
    ['About', 'Joined'],
  ]) {
    await page
      .getByRole('navigation', { name: `Fjellvann ${mark}` })
      .getByRole('link', { name: tab })
      .click();
    await expect(page.getByText(text!).first()).toBeVisible();
    await sound(page);
  }
});

test('a direct request begins with name and address, which outlive signing in and stand in no address', async ({
  person,
}) => {
  const visitor = await person('a visitor');
  const { page } = visitor;
  const { seen, mark } = cast;
  await page.goto(`/experts/${showId(seen.expertId)}`);
  await page.getByRole('button', { name: 'Next: describe your request' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await page.getByLabel('Your name').fill('Alma Weidner');
  await page.getByLabel('Email address').fill(`alma@${mark}.example`);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.getByRole('button', { name: 'Next: describe your request' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signInByCode(visitor, `alma@${mark}.example`);
  await expect(page).toHaveURL(
    new RegExp(`/requests/new\\?to=${showId(seen.companyId)}&expert=${showId(seen.expertId)}`),
  );
  await expect(page.getByLabel('Your name')).toHaveValue('Alma Weidner');
  await expect(page.getByLabel('Email address')).toHaveValue(`alma@${mark}.example`);
  expect(addresses.filter((address) => /alma(@|%40)/.test(address))).toEqual([]);
});

test('a direct request of somebody who is signed in begins as a draft of their own', async ({ person }) => {
  const room = await openRoom();
  const { page } = await enter(await person('customer'), room, 'owner');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(`/companies/${showId(cast.seen.companyId)}`);
  await expect(page.getByLabel('Email address')).toHaveValue(room.people.owner.email);
  await page.getByLabel('Your name').fill('Front desk');
  await page.getByLabel('Email address').fill(`desk@${cast.mark}.example`);
  await page.getByRole('button', { name: 'Next: describe your request' }).click();
  await expect(page).toHaveURL(/\/requests\/new\?draft=\w{26}$/);
  await expect(page.getByLabel('Your name')).toHaveValue('Front desk');
  await expect(page.getByLabel('Email address')).toHaveValue(`desk@${cast.mark}.example`);
  expect(addresses.filter((address) => /desk(@|%40)|Front(%20|\+)desk/.test(address))).toEqual([]);
});

test('without JavaScript: search, filter, take off, page by page, a tab, and the beginning of a direct request', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/experts');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('link', { name: 'First page' })).toBeVisible();
  await page.getByRole('searchbox').fill(cast.mark);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('certification, country, rate and more').click();
  await page.getByLabel('Country').selectOption({ label: 'Norway' });
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/country=NO/);
  await page.getByRole('link', { name: 'Ragnfrid Kvammestad' }).click();
  await page.getByLabel('Your name').fill('Alma Weidner');
  await page.getByLabel('Email address').fill('not an address');
  await page.getByRole('button', { name: 'Next: describe your request' }).click();
  await expect(page.getByText("This doesn't look like an email address").first()).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Alma Weidner');
  await expect(page.getByLabel('Email address')).toHaveValue('not an address');
  const profile = page.url();
  await page.getByLabel('Email address').fill(`alma.plain@${cast.mark}.example`);
  await page.getByRole('button', { name: 'Next: describe your request' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  expect(page.url()).not.toContain('alma');
  await signInByCode({ page, context }, `alma.plain@${cast.mark}.example`);
  await expect(page.getByLabel('Your name')).toHaveValue('Alma Weidner');
  await expect(page.getByLabel('Email address')).toHaveValue(`alma.plain@${cast.mark}.example`);
  await page.goto(profile);
  await page
    .getByRole('link', { name: `Fjellvann ${cast.mark}` })
    .first()
    .click();
  await page.getByRole('link', { name: 'Services' }).click();
  await expect(page.getByRole('heading', { name: 'Certified for' })).toBeVisible();
  await context.close();
});

test('by keyboard alone, and at 360 px in the dark', async ({ person }) => {
  const page = await plain(person);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/experts');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type(cast.mark);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('searchbox').focus();
  const reached: string[] = [];
  for (let step = 0; step < 30 && !reached.at(-1)?.includes('Ragnfrid'); step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ragnfrid Kvammestad' })).toBeVisible();
  for (const path of [
    '/experts',
    '/companies',
    new URL(page.url()).pathname,
    `/companies/${showId(cast.seen.companyId)}?tab=services`,
  ]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await sound(page);
  }
});
