import { linkIn, mailTo } from './inbox';
import { be, register, saveCodes, say, setUpApp, signInByCode, talk } from './steps';
import { expect, type Person, test } from './test';

const TEXT =
  'Since Tuesday a third of our functions time out.\nWe moved them into a VPC. Please find the cause and mend it.';
const ANSWER =
  'This is nearly always the missing route to a NAT gateway. I can look at it today and mend it tomorrow.';

/** What may go wrong on the way: a process is killed where the story says so. */
export type Trouble = (process: 'worker' | 'broker' | 'realtime') => Promise<void>;

/** From the landing page to the accepted proposal: the first half of the journey. */
export async function hire(
  { customer, expert, admin }: Record<'customer' | 'expert' | 'admin', Person>,
  trouble: Trouble,
) {
  const run = Date.now().toString(36);
  const title = `Lambda functions time out since ${run}`;
  const customerMail = `alma.${run}@lindenhof.example`;
  const expertMail = `tarik.${run}@freelance.example`;

  await test.step('a new customer writes a request, signs in, finds the text again, and posts it', async () => {
    const { page } = customer;
    await page.goto('/');
    await page.getByLabel('Request title').fill(title);
    await page.getByLabel('Description').fill(TEXT);
    await page.getByRole('button', { name: 'Next' }).click();
    await signInByCode(customer, customerMail);
    await expect(page).toHaveURL(/\/requests\/review/);
    await expect(page.getByRole('heading', { name: 'Review request' })).toBeVisible();
    await expect(page.getByLabel('Request title')).toHaveValue(title);
    await expect(page.getByLabel('Describe your needs')).toHaveValue(TEXT);
    await page.getByLabel('$100 - $1,000').check();
    await page.getByLabel('Your name').fill('Alma Weidner');
    await page.getByRole('button', { name: 'Post request' }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  });
  const requestUrl = customer.page.url();

  await test.step('an expert registers; uncertified, they cannot respond', async () => {
    const { page } = expert;
    await page.goto('/sign-in?next=/register');
    await page.getByLabel('Email address').fill(expertMail);
    await page.getByRole('button', { name: 'Email me a code' }).click();
    await page.goto(linkIn(await mailTo(expertMail)));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/\/register$/);
    await register(expert, { number: `GCANS${run.toUpperCase()}`, name: `Tarik ${run}` });
    await expect(page).toHaveURL(/\/(profile|work)/);
    await page.goto(`/work?q=${run}`);
    await page.getByRole('link', { name: title }).click();
    await expect(page).toHaveURL(/\/work\/\w{26}$/);
    await expect(page.getByRole('button', { name: 'Respond', exact: true })).toHaveCount(0);
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
    await page.getByRole('button', { name: 'Respond', exact: true }).click();
    await expect(page).toHaveURL(/\/conversations\/\w{26}/);
    await mailTo(customerMail, { subject: 'responded to your request' });
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

  await test.step('the expert proposes; the customer saves a card, sets up an authenticator and accepts', async () => {
    await expert.page.goto(`${conversation}/proposal`);
    const { page } = expert;
    await page.getByLabel('Proposal title').fill('Find and mend the time-outs');
    await page
      .getByLabel('Terms')
      .fill('Find the cause, mend it, measure for a day, and write down what was changed.');
    await page.getByLabel('Milestone 1').fill('Cause found');
    await page.getByLabel('Amount 1').fill('400');
    await page.getByRole('button', { name: 'Add milestone' }).click();
    await page.getByLabel('Milestone 2').fill('Mended and measured');
    await page.getByLabel('Amount 2').fill('800');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await expect(page).toHaveURL(/\/(conversations|proposals)\//);

    const buyer = customer.page;
    await expect(buyer.getByText(/\$1,200/).first()).toBeVisible();
    await buyer
      .getByRole('link', { name: /Review proposal/ })
      .first()
      .click();
    await buyer.getByRole('button', { name: 'Add a card' }).click();
    await buyer.getByRole('button', { name: 'Save card' }).click();
    await expect(buyer).toHaveURL(/\/proposals\//);
    await buyer.getByRole('button', { name: /^Accept/ }).click();
    await setUpApp(customer, customerMail);
    await expect(buyer).toHaveURL(/\/conversations\//);
    await expect(buyer.getByText('Accepted', { exact: true }).first()).toBeVisible();
    await saveCodes(customer);
  });
  return { conversation, title, customerMail, expertMail };
}
