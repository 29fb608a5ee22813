import { levelArn } from '@/lib/policies/levels';
import { probeOf } from '@/lib/policies/probe';
import { tryProbe } from '@/lib/vendors/aws/probe';
import { anyLevel, drawn } from '../fixtures/levels';
import { hire, type Trouble } from './hiring';
import { mailTo } from './inbox';
import { ledgerBalances } from './ledger';
import { askForPayment, moveClock, rolesIn, sessionIn, setUpApp, talk } from './steps';
import { expect, type Person, test } from './test';

/**
 * The one journey: from the landing page to the published review, with three people in three browsers, and the official
 * SDK as the expert's own tool.
 */
export async function walkTheJob(
  person: (name: string) => Promise<Person>,
  trouble: Trouble = async () => {},
): Promise<void> {
  const customer = await person('customer');
  const expert = await person('expert');
  const admin = await person('admin');
  const level = anyLevel();
  const probe = probeOf(level, 'aws');
  if (!('call' in probe)) throw new Error(probe.reason);
  const ACCOUNT = String(Date.now()).slice(-12).padStart(12, '9');

  const { conversation, title, customerMail, expertMail } = await hire({ customer, expert, admin }, trouble);

  await test.step('the customer connects an AWS account by a stack that they read first', async () => {
    const { page } = customer;
    await page.goto('/connections/new');
    await page.getByLabel('AWS account ID').fill(ACCOUNT);
    await page.getByLabel('Account name').fill('Production');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page).toHaveURL(/\/connections\/\w{26}/);
    const own = page.url();
    const [stack] = await Promise.all([
      customer.context.waitForEvent('page'),
      page.getByRole('link', { name: 'Review and create the stack' }).click(),
    ]);
    await stack.getByLabel(/I acknowledge/).check();
    await stack.getByRole('button', { name: 'Create stack' }).click();
    await expect(stack.getByText('CREATE_COMPLETE')).toBeVisible();
    await page.goto(own);
    await page.getByRole('button', { name: /Verify|Check/ }).click();
    await expect(page.getByText('Connected', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  });

  let accessUrl = '';
  await test.step(`the expert asks for ${level} (${drawn}); the customer reads what it allows and accepts`, async () => {
    const { page } = expert;
    await page.goto(`${conversation}/permission`);
    await page.getByRole('radio', { name: level }).check();
    await page
      .getByLabel('Reason')
      .fill('To mend the route tables and to change the settings of the functions.');
    await page.getByRole('button', { name: 'Request access' }).click();
    await customer.page.goto(conversation);
    await customer.page
      .getByRole('link', { name: /Review access request/ })
      .first()
      .click();
    await expect(customer.page.getByText(/cannot/i).first()).toBeVisible();
    await customer.page.getByLabel('Time limit').selectOption('30');
    await customer.page.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(customer.page.getByText('Active', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    accessUrl = customer.page.url();
    const roles = (await rolesIn(ACCOUNT)).filter((role) => role.name.startsWith('GroundcrewPermission-'));
    expect(roles).toHaveLength(1);
    expect(roles[0]!.attached).toEqual([levelArn(level, 'aws')]);
  });

  await test.step('nobody acts on the first payment: on the 10th day it approves itself', async () => {
    await askForPayment(expert, conversation, /Cause found/);
    await customer.page.goto(conversation);
    await customer.page.getByRole('heading', { name: 'Payment to approve' }).waitFor();
    await customer.page.goto('/payments');
    await expect(customer.page.getByText('Awaiting approval', { exact: true }).first()).toBeVisible();
    await trouble('worker');
    await moveClock(admin, 10 * 24 * 60 + 1);
    await customer.page.goto(conversation);
    await expect(talk(customer).getByText(/Approved automatically on day 10/)).toBeVisible();
    await expect(talk(customer).getByText(/day 10 .* · paid/)).toBeVisible({ timeout: 30_000 });
  });

  const session = await test.step('the expert gets credentials for an hour and works with them', async () => {
    await expert.page.goto(accessUrl);
    await expert.page.getByRole('button', { name: 'Get one-hour credentials' }).click();
    const beside = expert.context.waitForEvent('page', { timeout: 0 });
    await setUpApp(expert, expertMail);
    // In the page's place where the press was too long ago for a browser to open one beside it.
    const instead = expert.page.waitForURL(/\/api\/sessions$/, { timeout: 0 }).then(() => expert.page);
    const handed = await Promise.race([beside, instead]);
    await expect(handed.getByText(/AWS_SESSION_TOKEN/).first()).toBeVisible();
    const text = (await handed.locator('pre').first().textContent()) ?? '';
    const access = sessionIn(text);
    const shows = async () => (await tryProbe(access, probe.call, access.region)).answer;
    expect(await shows()).toBe('allowed');
    await expert.page.goto(accessUrl);

    const [console] = await Promise.all([
      expert.context.waitForEvent('page'),
      expert.page.getByRole('button', { name: 'Open the AWS console' }).click(),
    ]);
    await expect(console.getByText(/GroundcrewPermission-/).first()).toBeVisible();
    return shows;
  });

  await test.step('the customer sees what was done', async () => {
    await customer.page.goto(accessUrl);
    const call = probe.call.slice(probe.call.indexOf(':') + 1);
    await expect(customer.page.getByText(call).first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step('accepting the final payment ends the access: the live session is refused', async () => {
    await askForPayment(expert, conversation, /Mended and measured/);
    await customer.page.goto(conversation);
    await customer.page
      .getByRole('button', { name: /^Approve \$800/ })
      .first()
      .click();
    await trouble('broker');
    await expect(async () => {
      expect(await session()).toBe('refused');
    }).toPass({ timeout: 60_000 });
    await customer.page.goto(accessUrl);
    await expect(customer.page.getByText(/Denied/).first()).toBeVisible({ timeout: 60_000 });
    await expect(expert.page.getByRole('button', { name: 'Get one-hour credentials' })).toHaveCount(0);
  });

  await test.step('once the last session has run out the role is gone, and it is proven', async () => {
    await moveClock(admin, 66);
    await expect(customer.page.getByText(/Ended · proven/).first()).toBeVisible({ timeout: 90_000 });
    const left = (await rolesIn(ACCOUNT)).filter((role) => role.name.startsWith('GroundcrewPermission-'));
    expect(left).toEqual([]);
  });

  await test.step('the ledger balances: $1,200 came in, less the fee is owed to the company', () =>
    ledgerBalances(title, customerMail));

  await test.step('the customer reviews; it stands on the company page', async () => {
    await mailTo(customerMail, { subject: 'How was working' });
    await customer.page.goto(`${conversation}/review`);
    await customer.page.getByLabel(/^5 stars/).check({ force: true });
    await customer.page
      .getByRole('textbox', { name: 'Review' })
      // Two of the same words would be a copy, and held.
      .fill(`Found within an hour, mended the next day, and the notes on “${title}” are clear.`);
    await customer.page.getByLabel('Yes').check();
    await customer.page.getByRole('button', { name: 'Publish review' }).click();
    await expect(customer.page).toHaveURL(/\/conversations\/\w{26}$/);
    await customer.page.goto(conversation);
    await customer.page.locator('a[href^="/companies/"]').first().click();
    await customer.page
      .getByRole('link', { name: /Reviews/ })
      .first()
      .click();
    await expect(customer.page.getByText('Found within an hour')).toBeVisible();
  });
}
