import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { showId } from '@/lib/core/id';
import { makePerson } from '../fixtures/world';
import { place } from './place';
import { enter, enterAs, join, openClaim, openRoom } from './rooms';
import { sideways, sound } from './sound';
import { fillCertificate } from './steps';
import { expect, type Person, test } from './test';

/** axe finds nothing, and the page stands still sideways on a phone. */
async function soundAndNarrow(page: Page): Promise<void> {
  await sound(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sideways(page), `${page.url()} at 360 scrolls sideways`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

/** A person of their own, signed in, in no tenant. */
async function newcomer(browser: Person, name: string): Promise<{ personId: string } & Person> {
  const personId = await makePerson(join(), name);
  return { ...(await enterAs(browser, personId)), personId };
}

/** The number that the queue shows last belongs to this room alone: others' claims may stand before it. */
async function claimOf(personId: string): Promise<string> {
  const { id } = await join().certification.findFirstOrThrow({
    where: { expert: { personId } },
    orderBy: { createdAt: 'desc' },
  });
  return id;
}

test('an expert registers alone from an open request, is verified by keys, and becomes public', async ({
  person,
}) => {
  test.setTimeout(240_000);
  const room = await openRoom();
  const expert = await newcomer(await person('expert'), `Tarik ${room.mark}`);
  const { page } = expert;
  const work = `/work/${showId(room.otherRequestId)}`;

  await test.step('an open request leads to registering, and back', async () => {
    await page.goto(work);
    await page.getByRole('link', { name: /Register as an expert/ }).click();
    await expect(page).toHaveURL(/\/register/);
    await soundAndNarrow(page);
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await fillCertificate(page, `Tarik A. ${room.mark}`, '!!');
    await page.getByRole('button', { name: /^Register/ }).click();
    await expect(page.getByRole('form').getByRole('alert')).toContainText('Validation number');
    await expect(page.getByLabel('Name on the certificate')).toHaveValue(`Tarik A. ${room.mark}`);
    await page.getByLabel('Validation number').fill(`N-${room.mark}`);
    await page.getByRole('button', { name: /^Register/ }).click();
    await expect(page).toHaveURL(new RegExp(`${work}$`));
    await expect(page.getByText(/isn’t verified yet/).first()).toBeVisible();
  });

  await test.step('the checklist leads to each field; the profile is filled in', async () => {
    await page.goto('/profile');
    await expect(page.getByText('Not public')).toBeVisible();
    await page.getByRole('link', { name: 'Summary, or your company’s details' }).click();
    await expect(page).toHaveURL(/#profile-summary$/);
    await page.getByLabel('Headline').fill('Networks and Lambda, mended');
    await page.getByLabel(/^Summary/).fill(`Ten years of networks. ${room.mark}`);
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByLabel('Hourly rate, from').fill('90');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByText('waiting for an admin')).toBeVisible();
    await page.getByRole('textbox', { name: 'Public link' }).fill(room.mark.toUpperCase());
    await page.getByRole('button', { name: 'Claim this link' }).click();
    await expect(page.getByText(`/e/${room.mark}`)).toBeVisible();
    await page.getByRole('link', { name: 'How customers see you' }).click();
    await expect(page.getByText('No one sees this yet')).toBeVisible();
    await expect(page.getByText(`Ten years of networks. ${room.mark}`)).toBeVisible();
    await soundAndNarrow(page);
    await page.goto('/profile');
    await soundAndNarrow(page);
  });

  const claimId = await claimOf(expert.personId);
  const admin = await enter(await person('admin'), room, 'admin');
  const desk = admin.page;
  await test.step('an admin looks at the evidence and decides by keys', async () => {
    await desk.goto(`/admin/verification/${showId(claimId)}`);
    await expect(desk.locator('mark').first()).toHaveText('A.');
    await expect(desk.getByRole('region', { name: 'Keys' })).toContainText('previous claim');
    await soundAndNarrow(desk);
    // While somebody types, a key is a letter.
    await desk.getByLabel(/^Note/).focus();
    await desk.keyboard.type('a1n');
    await expect(desk.getByLabel(/^Note/)).toHaveValue('a1n');
    await expect(desk.getByRole('checkbox').first()).not.toBeChecked();
    await desk.getByLabel(/^Note/).fill('');
    await desk.getByLabel(/^Note/).blur();
    await desk.keyboard.press('a');
    await expect(desk.getByRole('form').getByRole('alert')).toContainText('All four must match');
    await desk.getByRole('heading', { level: 1 }).click();
    for (const key of ['1', '2', '3', '4']) await desk.keyboard.press(key);
    await desk.keyboard.press('a');
    await expect(desk.getByRole('form').getByRole('alert')).toContainText(
      'Say why this certificate is still theirs',
    );
    await desk.getByLabel('Why the certificate is theirs').fill('The A. is a second given name.');
    await desk.getByRole('button', { name: /^Save the first look/ }).click();
    await expect(desk.getByText('First look saved.')).toBeVisible();
    await soundAndNarrow(desk);
    // The names were made the same since: what follows is a claim like any other.
    await join().certification.update({
      where: { id: claimId },
      data: { nameAsPrinted: `Tarik ${room.mark}` },
    });
    await desk.reload();
    for (const key of ['1', '2', '3', '4']) await desk.keyboard.press(key);
    await desk.keyboard.press('a');
    await expect(desk).toHaveURL(/decided=/);
    await expect(desk.getByRole('status').filter({ hasText: `Verified: Tarik ${room.mark}` })).toBeVisible();
  });

  await test.step('a slip is taken back by a key, and the claim decided anew', async () => {
    await desk.keyboard.press('u');
    // The claim that opened by itself names the one before in its address, too.
    await expect(desk).toHaveURL(new RegExp(`/verification/${showId(claimId)}`));
    await expect(desk.getByText(`N-${room.mark}`, { exact: false }).first()).toBeVisible();
    await expect(desk.getByText('Awaiting verification')).toBeVisible();
    for (const key of ['1', '2', '3', '4', 'a']) await desk.keyboard.press(key);
    await expect(desk).toHaveURL(/decided=/);
  });

  await test.step('the profile is public, in the same words as its preview', async () => {
    await page.reload();
    await expect(page.getByText('Public', { exact: true })).toBeVisible();
    const anyone = await person('anyone');
    await anyone.page.goto(`/e/${room.mark}`);
    await expect(anyone.page.getByText(`Ten years of networks. ${room.mark}`)).toBeVisible();
    await page.goto(work);
    await expect(page.getByLabel('Your response')).toBeVisible();
  });
});

test('an admin rejects by keys with a reason, and the expert reads it; the uncertified is told why', async ({
  person,
}) => {
  const room = await openRoom();
  const claimId = await openClaim(room);
  const { page: desk } = await enter(await person('admin'), room, 'admin');
  await desk.goto(`/admin/verification/${showId(claimId)}`);
  await expect(desk.getByRole('region', { name: 'Keys' })).toBeVisible();
  await desk.keyboard.press('r');
  await expect(desk.getByRole('radio', { name: /doesn’t know the number/ })).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(desk).toHaveURL(/decided=/);
  const { page } = await enter(await person('expert'), room, 'uncertified');
  await page.goto('/profile');
  await expect(page.getByText('The name there isn’t the name you gave.')).toBeVisible();
  await page.goto(`/work/${showId(room.otherRequestId)}`);
  await expect(page.getByText('You can’t respond yet')).toBeVisible();
  await expect(page.getByLabel('Your response')).toHaveCount(0);
});

test('without JavaScript: a company registers, a photo is refused and taken, an admin rejects', async ({
  browser,
}) => {
  const room = await openRoom();
  const plain = async () => {
    const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
    return { page: await context.newPage(), context };
  };
  const expert = await newcomer(await plain(), `Jora ${room.mark}`);
  const { page } = expert;
  await page.goto('/register');
  await expect(page.getByLabel('Company name')).toBeHidden();
  await page.getByLabel('For a company').check();
  await page.getByLabel('Company name').fill(`Gale ${room.mark}`);
  await page.getByLabel('Country').selectOption({ label: 'France' });
  await fillCertificate(page, `Jora ${room.mark}`, 'x');
  await page.getByRole('button', { name: /^Register/ }).click();
  await expect(page.getByLabel('Company name')).toHaveValue(`Gale ${room.mark}`);
  await page.getByLabel('Validation number').fill(`C-${room.mark}`);
  await page.getByLabel('AWS Certification').selectOption('SAP');
  await page.getByRole('button', { name: /^Register/ }).click();
  await expect(page).toHaveURL(/\/work$/);

  await page.goto('/profile');
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByText('Choose a picture first.')).toBeVisible();
  const face = sharp({ create: { width: 200, height: 200, channels: 3, background: '#a26' } });
  const buffer = await face.png().toBuffer();
  await page.getByLabel(/^Picture/).setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByRole('button', { name: 'Remove photo' })).toBeVisible();

  const admin = await enter(await plain(), room, 'admin');
  await admin.page.goto(`/admin/verification/${showId(await claimOf(expert.personId))}`);
  await expect(admin.page.getByRole('region', { name: 'Keys' })).toHaveCount(0);
  await admin.page.getByLabel('Something else: in your own words below').check();
  await admin.page.getByRole('button', { name: /^Reject/ }).click();
  await expect(admin.page.getByRole('main').getByRole('alert')).toContainText('Reason is missing');
  await admin.page
    .getByRole('textbox', { name: /^In your own words/ })
    .fill('The page names a different country.');
  await admin.page.getByRole('button', { name: /^Reject/ }).click();
  await expect(admin.page).toHaveURL(/decided=/);
  await page.goto('/profile');
  await expect(page.getByText('The page names a different country.')).toBeVisible();
});
