import { levelArn } from '@/lib/policies/levels';
import { probeOf } from '@/lib/policies/probe';
import { tryProbe } from '@/lib/vendors/aws/probe';
import { anyLevel, drawn } from '../fixtures/levels';
import { linkIn, mailTo } from './inbox';
import { ledgerBalances } from './ledger';
import {
  askForPayment,
  be,
  moveClock,
  prove,
  register,
  rolesIn,
  say,
  sessionIn,
  setUpApp,
  signInByCode,
  talk,
} from './steps';
import { expect, type Person, test } from './test';

const TEXT =
  'Since Tuesday a third of our functions time out.\nWe moved them into a VPC. Please find the cause and mend it.';
const ANSWER =
  'This is nearly always the missing route to a NAT gateway. I can look at it today and mend it tomorrow.';

/** What may go wrong on the way: a process is killed where the story says so. */
export type Trouble = (process: 'worker' | 'broker' | 'realtime') => Promise<void>;

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
  const run = Date.now().toString(36);
  const level = anyLevel();
  const probe = probeOf(level, 'aws');
  if (!('call' in probe)) throw new Error(probe.reason);
  const ACCOUNT = String(Date.now()).slice(-12).padStart(12, '9');
  const TITLE = `Lambda functions time out since ${run}`;
  const customerMail = `alma.${run}@lindenhof.example`;
  const expertMail = `tarik.${run}@freelance.example`;

  await test.step('a new customer writes a request, signs in, finds the text again, and posts it', async () => {
    const { page } = customer;
    await page.goto('/');
    await page.getByLabel('Request title').fill(TITLE);
    await page.getByLabel('Description').fill(TEXT);
    await page.getByRole('button', { name: 'Next' }).click();
    await signInByCode(customer, customerMail);
    await expect(page).toHaveURL(/\/requests\/review/);
    await expect(page.getByRole('heading', { name: 'Review request' })).toBeVisible();
    await expect(page.getByLabel('Request title')).toHaveValue(TITLE);
    await expect(page.getByLabel('Describe your needs')).toHaveValue(TEXT);
    await page.getByLabel('$100 - $1,000').check();
    await page.getByLabel('Your name').fill('Alma Weidner');
    await page.getByRole('button', { name: 'Post request' }).click();
    await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  });
  const requestUrl = customer.page.url();

  await test.step('an expert registers; uncertified, they cannot respond', async () => {
    const { page } = expert;
    await page.goto('/sign-in?next=/register');
    await page.getByLabel('E-mail address').fill(expertMail);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.goto(linkIn(await mailTo(expertMail)));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/\/register$/);
    await register(expert, { number: `GCANS${run.toUpperCase()}`, name: `Tarik ${run}` });
    await expect(page).toHaveURL(/\/(profile|work)/);
    await page.goto(`/work?q=${run}`);
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page).toHaveURL(/\/work\/\w{26}$/);
    await expect(page.getByRole('button', { name: /Send|Respond/ })).toHaveCount(0);
    await expect(page.getByText(/verified|certification/i).first()).toBeVisible();
  });
  const workUrl = expert.page.url();

  await test.step('an admin verifies the certification', async () => {
    const { page } = admin;
    await be(admin, 'Ines');
    await page.goto('/admin/verification');
    await page.getByRole('link', { name: new RegExp(run, 'i') }).click();
    await expect(page.getByRole('checkbox')).toHaveCount(4);
    for (const check of await page.getByRole('checkbox').all()) await check.check();
    await page.getByRole('button', { name: /^Verify/ }).click();
    await expect(page).toHaveURL(/decided=/);
    await mailTo(expertMail, { subject: 'Your certification is verified' });
  });

  await test.step('the expert responds; the customer gets a mail and opens the conversation', async () => {
    const { page } = expert;
    await page.goto(workUrl);
    await page.getByLabel('Your response').fill(ANSWER);
    await page.getByRole('button', { name: /Respond|Send/ }).click();
    await expect(page).toHaveURL(/\/conversations\/\w{26}/);
    await mailTo(customerMail, { subject: 'answered your request' });
    await customer.page.goto(requestUrl);
    await expect(customer.page.getByText(ANSWER.slice(0, 40))).toBeVisible();
    await customer.page.getByRole('link', { name: /Chat/ }).first().click();
    await expect(customer.page).toHaveURL(/\/conversations\/\w{26}/);
    await expect(talk(customer).getByText(ANSWER)).toBeVisible();
  });
  const conversation = customer.page.url().split('#')[0]!;

  await test.step('they chat live, each message once', async () => {
    await say(customer, 'Good to hear. What do you need from us?');
    await expect(talk(expert).getByText('Good to hear. What do you need from us?')).toHaveCount(1);
    await trouble('realtime');
    await say(expert, 'Read access to begin with. I send a proposal now.');
    await expect(talk(customer).getByText('Read access to begin with. I send a proposal now.')).toHaveCount(
      1,
    );
  });

  const customersApp =
    await test.step('the expert proposes; the customer saves a card, sets up an authenticator and accepts', async () => {
      await expert.page.goto(`${conversation}/proposal`);
      const { page } = expert;
      await page.getByLabel('Proposal title').fill('Find and mend the time-outs');
      await page
        .getByLabel('Terms')
        .fill('Find the cause, mend it, measure for a day, and write down what was changed.');
      await page.getByLabel('Milestone 1').fill('Cause found');
      await page.getByLabel('Amount 1').fill('400');
      await page.getByLabel('Milestone 2').fill('Mended and measured');
      await page.getByLabel('Amount 2').fill('800');
      await page.getByRole('button', { name: 'Send proposal' }).click();
      await expect(page).toHaveURL(/\/(conversations|proposals)\//);

      const buyer = customer.page;
      await expect(buyer.getByText(/\$1,200/).first()).toBeVisible();
      await buyer
        .getByRole('link', { name: /Read the proposal/ })
        .first()
        .click();
      await buyer.getByRole('link', { name: 'Payment methods' }).click();
      await buyer.getByRole('button', { name: /Add a card/ }).click();
      await buyer.getByRole('button', { name: 'Save card' }).click();
      await expect(buyer).toHaveURL(/\/proposals\//);
      await buyer.getByRole('button', { name: /^Accept/ }).click();
      const app = await setUpApp(customer);
      await expect(buyer).toHaveURL(/\/proposals\//);
      await buyer.getByRole('button', { name: /^Accept/ }).click();
      await expect(buyer.getByText('Accepted', { exact: true }).first()).toBeVisible();
      return app;
    });

  await test.step('the customer connects an AWS account by a stack that they read first', async () => {
    const { page } = customer;
    await page.goto('/connections/new');
    await page.getByLabel('AWS account ID').fill(ACCOUNT);
    await page.getByLabel('Name of the account').fill('Production');
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
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await prove(customer, customersApp, new URL(conversation).pathname);
    await customer.page
      .getByRole('link', { name: /Look at the request/ })
      .first()
      .click();
    await expect(customer.page.getByText(/cannot/i).first()).toBeVisible();
    await customer.page.getByLabel('Ends at the latest after').selectOption('30');
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
    await expect(
      talk(customer).getByText('The payment was approved by itself on the 10th day'),
    ).toBeVisible();
    await expect(talk(customer).getByText('The payment succeeded')).toBeVisible({ timeout: 30_000 });
  });

  const session = await test.step('the expert gets credentials for an hour and works with them', async () => {
    await expert.page.goto(accessUrl);
    const [refused] = await Promise.all([
      expert.context.waitForEvent('page'),
      expert.page.getByRole('button', { name: 'Get one-hour credentials' }).click(),
    ]);
    await setUpApp({ page: refused });
    await refused.close();
    const [handed] = await Promise.all([
      expert.context.waitForEvent('page'),
      expert.page.getByRole('button', { name: 'Get one-hour credentials' }).click(),
    ]);
    await expect(handed.getByText(/AWS_SESSION_TOKEN/).first()).toBeVisible();
    const text = (await handed.locator('pre').first().textContent()) ?? '';
    const access = sessionIn(text);
    const shows = async () => (await tryProbe(access, probe.call, access.region)).answer;
    expect(await shows()).toBe('allowed');

    const [console] = await Promise.all([
      expert.context.waitForEvent('page'),
      expert.page.getByRole('button', { name: 'Open the AWS console' }).click(),
    ]);
    await expect(console.getByText(/GroundcrewPermission-/).first()).toBeVisible();
    return shows;
  });

  await test.step('the customer sees what was done', async () => {
    await expect(async () => {
      await customer.page.goto(accessUrl);
      await expect(
        customer.page.getByText(probe.call.slice(probe.call.indexOf(':') + 1)).first(),
      ).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('accepting the final payment ends the access: the live session is refused', async () => {
    await askForPayment(expert, conversation, /Mended and measured/);
    await prove(customer, customersApp, new URL(conversation).pathname);
    await customer.page
      .getByRole('button', { name: /^Approve \$800/ })
      .first()
      .click();
    await trouble('broker');
    await expect(async () => {
      expect(await session()).toBe('refused');
    }).toPass({ timeout: 60_000 });
    await expect(async () => {
      await customer.page.goto(accessUrl);
      await expect(customer.page.getByText(/Denied/).first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await expect(expert.page.getByRole('button', { name: 'Get one-hour credentials' })).toHaveCount(0);
  });

  await test.step('once the last session has run out the role is gone, and it is proven', async () => {
    await moveClock(admin, 66);
    await expect(async () => {
      await customer.page.goto(accessUrl);
      await expect(customer.page.getByText(/Ended · proven/).first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 90_000 });
    const left = (await rolesIn(ACCOUNT)).filter((role) => role.name.startsWith('GroundcrewPermission-'));
    expect(left).toEqual([]);
  });

  await test.step('the ledger balances: $1,200 came in, less the fee is owed to the company', () =>
    ledgerBalances(TITLE, customerMail));

  await test.step('the customer reviews; it stands on the company page', async () => {
    await mailTo(customerMail, { subject: 'How was the work' });
    await customer.page.goto(`${conversation}/review`);
    await customer.page.getByLabel(/^5 stars/).check({ force: true });
    await customer.page
      .getByRole('textbox', { name: 'Review' })
      .fill('Found within an hour, mended the next day, and the notes are clear.');
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
