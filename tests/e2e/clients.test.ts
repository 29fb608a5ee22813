import type { Page } from '@playwright/test';
import { codeIn, mailTo } from './inbox';
import { place } from './place';
import { enter, openRoom } from './rooms';
import { soundOnPhone } from './sound';
import { say } from './steps';
import { expect, test } from './test';

const DESCRIPTION =
  'Our Lambda function cannot read a bucket since Monday.\nWe have tried three policies and would like this mended this week.';

/** Signs in where another mail has come to the same address before. */
async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Email me a code' }).click();
  const mail = await mailTo(email, { subject: 'Sign in' });
  await page.getByLabel('Code from the email').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a client is invited by mail and accepts, without JavaScript, into a private conversation', async ({
  person,
  browser,
}) => {
  const room = await openRoom();
  const email = `client.${room.mark}@lindenhof.example`;
  const expert = await enter(await person('expert'), room, 'expert');
  await expert.page.goto('/clients');
  await expert.page.getByLabel('Client’s name').fill('Alma Weidner');
  await expert.page.getByLabel('Client’s email address').fill(email);
  await expert.page.getByLabel('What it’s about').fill(`Going on with RDS, ${room.mark}`);
  await expert.page.getByLabel('What you’ll do together').fill(DESCRIPTION);
  await expert.page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(expert.page.getByText('The invitation is on its way.')).toBeVisible();
  await expect(expert.page.getByText('Waiting', { exact: true })).toBeVisible();
  await soundOnPhone(expert.page);

  const mail = await mailTo(email, { subject: 'An invitation on Groundcrew' });
  const link = /https?:\/\/\S+\/client-invitations\/\S+/.exec(mail.text)![0];
  const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
  const client = { page: await context.newPage(), context };
  await client.page.goto(link);
  await expect(client.page.getByText('We have tried three policies')).toBeVisible();
  await client.page.getByRole('link', { name: 'Sign in to continue' }).click();
  await signInAgain(client.page, email);
  await client.page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(client.page).toHaveURL(/\/requests\/\w{26}/);
  await expect(client.page.getByText('Private', { exact: true })).toBeVisible();
  await context.close();

  await expert.page.reload();
  await expect(expert.page.getByText('Accepted', { exact: true })).toBeVisible();
  await expert.page.getByRole('link', { name: /^Conversation: Going on with RDS/ }).click();
  await say(expert, 'Welcome. Shall we begin on Monday?');
});
