import { AxeBuilder } from '@axe-core/playwright';
import { enter, openRoom, type Room } from './rooms';
import { expect, type Person, test } from './test';

let room: Room;
test.beforeEach(async () => {
  room = await openRoom();
});

async function accessible({ page }: Person): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    page.url(),
  ).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, page.url()).toBeLessThanOrEqual(0);
}

test('the demo shows what the authenticator of its people shows', async ({ person }) => {
  const nadia = await person('Nadia');
  const { page } = nadia;
  await page.goto('/demo');
  await page.getByRole('button', { name: 'Be Nadia' }).click();
  await expect(page).not.toHaveURL(/\/demo$/);
  await page.goto('/confirm?for=access&next=/requests');
  await accessible(nadia);
  await page.getByRole('button', { name: /^Confirm with \d{3} \d{3}$/ }).click();
  await expect(page).toHaveURL(/\/requests/);
});

test('a session that is ended from another browser is over there', async ({ person }) => {
  const here = await enter(await person('here'), room, 'owner');
  const there = await enter(await person('there'), room, 'owner');
  await there.page.goto('/requests');
  await expect(there.page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible();
  await here.page.goto('/settings/security#sessions');
  await expect(here.page.getByText('This one')).toBeVisible();
  await here.page.getByRole('button', { name: 'End all others' }).click();
  await expect(here.page.getByRole('button', { name: 'End all others' })).toHaveCount(0);
  await there.page.goto('/requests');
  await expect(there.page).toHaveURL(/\/sign-in/);
  await here.page.goto('/requests');
  await expect(here.page).toHaveURL(/\/requests/);
});
