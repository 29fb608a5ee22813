import type { Page } from '@playwright/test';
import { showId } from '@/lib/core/id';
import { PAGES } from './page-table';
import { place } from './place';
import { enter, join, openJob, openRoom, personIdOf, SESSION_COOKIE, tokenOf } from './rooms';
import { soundOnPhone } from './sound';
import { say, signInByCode } from './steps';
import { expect, test } from './test';

const DESCRIPTION =
  'Our Lambda function cannot read a bucket since Monday.\nWe have tried three policies and would like this mended this week.';

/** The rest of the form, where it has to be chosen. */
async function complete(page: Page, name = 'Alma'): Promise<void> {
  await page.getByLabel('$100 - $1,000').check();
  await page.getByLabel('Your name').fill(name);
}

test('a request begun on one device is found on another, warned of, and posted', async ({ person }) => {
  const run = Date.now().toString(36);
  const email = `draft.${run}@lindenhof.example`;
  const title = `Lambda cannot read a bucket ${run}`;
  const first = await person('first device');
  await first.page.goto('/');
  await first.page.getByLabel('Request title').fill(title);
  await first.page.getByLabel('Description').fill(DESCRIPTION);
  await first.page.getByRole('button', { name: 'Next' }).click();
  await signInByCode(first, email);
  // Begun by nobody, it is the person's as soon as they are in.
  await expect(first.page.getByText('Draft saved.')).toBeVisible();
  await first.page.getByLabel('$100 - $1,000').check();
  await first.page.getByRole('button', { name: 'Add Lambda' }).click();
  await first.page.getByLabel('Describe your needs').fill(`${DESCRIPTION}\nCall +44 20 7946 0958.`);
  const { id: personId } = await join().person.findUniqueOrThrow({ where: { email } });
  const kept = () => join().requestDraft.findFirst({ where: { personId } });
  await expect.poll(async () => (await kept())?.description).toContain('+44');
  await expect(first.page.getByText('Draft saved.')).toBeVisible();

  const { page, context } = await person('second device');
  await context.addCookies([{ name: SESSION_COOKIE, value: await tokenOf(personId), url: place().app }]);
  await page.goto('/requests');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: 'New request' })).toBeVisible();
  await expect(page.getByLabel('Request title')).toHaveValue(title);
  await expect(page.getByLabel('$100 - $1,000')).toBeChecked();
  await expect(page.getByRole('button', { name: 'Remove Lambda' })).toBeVisible();
  // By keyboard alone: type, choose, take away again.
  const services = page.getByRole('combobox', { name: /^Services/ });
  await services.fill('dynamo');
  await services.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove DynamoDB' })).toBeVisible();
  await services.press('Backspace');
  await expect(page.getByRole('button', { name: 'Remove DynamoDB' })).toHaveCount(0);
  await soundOnPhone(page);

  await complete(page);
  await page.getByRole('button', { name: 'Post request' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Do you want this in it?' })).toBeVisible();
  await expect(page.getByText('+44 20 7946 0958, line 3').first()).toBeVisible();
  await page.getByLabel('Post it as is').check();
  await page.getByRole('button', { name: 'Post request' }).click();
  await expect(page).toHaveURL(/\/requests\/\w{26}\?posted=yes/);
  await expect(page.getByText(/No company has opened it yet\.$/)).toBeVisible();
  await page.goto('/requests');
  await expect(page.getByRole('heading', { name: 'Drafts' })).toHaveCount(0);
});

test('a direct request is there for one company, until it is opened to all', async ({ person }) => {
  const room = await openRoom();
  const { page } = await enter(await person('customer'), room, 'owner');
  const to = new URLSearchParams({ to: showId(room.companyId), expert: showId(room.expertId) });
  await page.goto(
    `/requests/new?${to}&title=Only+for+you,+about+RDS&name=Eve&email=eve%40${room.mark}.example`,
  );
  await expect(page.getByRole('heading', { name: 'Request to Edda Holm' })).toBeVisible();
  await expect(page.getByLabel('Request title')).toHaveValue('Only for you, about RDS');
  // Who asks is nothing that a link may say: an address ends up in logs and in histories.
  await expect(page.getByLabel('Your name')).toHaveValue(room.people.owner.name);
  await expect(page.getByLabel('Email address')).toHaveValue(room.people.owner.email);
  await page.getByLabel('Describe your needs').fill(DESCRIPTION);
  await complete(page, 'Una');
  await soundOnPhone(page);
  await page.getByRole('button', { name: 'Send to Edda Holm' }).click();
  await expect(page).toHaveURL(/\/requests\/\w{26}/);
  await expect(page.getByText(/^Only Northlight .* can read it/).first()).toBeVisible();
  // Nobody else can respond, so there is nothing to switch and nothing to count.
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(page.getByText(/spots? taken/)).toHaveCount(0);
  const shown = /requests\/(\w{26})/.exec(page.url())![1]!;

  const expert = await enter(await person('expert'), room, 'expert');
  await expert.page.goto(`/work/${shown}`);
  await expect(expert.page.getByRole('heading', { name: 'Only for you, about RDS' })).toBeVisible();
  const other = await enter(await person('other'), room, 'otherExpert');
  expect((await other.page.goto(`/work/${shown}`))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Open to all experts' }).click();
  await expect(page.getByText(/It was a direct request before\.$/)).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Accepting new responses' })).toBeVisible();
  expect((await other.page.goto(`/work/${shown}`))?.status()).toBe(200);
  // Who opened it is counted by the page itself, and shown on the customer's.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/2 companies have opened it/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

test('without JavaScript: a draft by the button, and a warning that keeps what was typed', async ({
  browser,
}) => {
  const room = await openRoom();
  const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
  const { page } = await enter({ page: await context.newPage(), context }, room, 'owner');
  const title = `Mails are not delivered, ${room.mark}`;
  await page.goto('/requests/new?service=ses&service=nonsense');
  await expect(page.getByLabel(/^Services/)).toHaveValue('SES');
  await page.getByLabel('Request title').fill(title);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/requests\/new\?draft=\w{26}&saved=yes/);
  await expect(page.getByLabel('Request title')).toHaveValue(title);

  const description = `${DESCRIPTION} Write to desk@lindenhof.example.`;
  await page.getByLabel('Describe your needs').fill(description);
  await page.getByLabel(/^Services/).fill('SES, Route 53');
  await complete(page);
  await page.getByRole('button', { name: 'Post request' }).click();
  await expect(page.getByText('desk@lindenhof.example, line 2').first()).toBeVisible();
  await expect(page.getByLabel('Describe your needs')).toHaveValue(description);
  await expect(page.getByLabel(/^Services/)).toHaveValue('SES, Route 53');
  await page.getByLabel('Post it as is').check();
  await page.getByRole('button', { name: 'Post request' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('SES, Route 53')).toBeVisible();
  await context.close();
});

test('a request that nobody answers says what may help, each with one press', async ({ person }) => {
  const room = await openRoom();
  const { id } = await join().request.create({
    data: {
      customerId: room.customerId,
      postedBy: room.people.owner.personId,
      title: `Upgrade of RDS, ${room.mark}`,
      description: DESCRIPTION,
      budget: 'unknown',
      location: 'fr',
      contactName: 'Una',
      contactEmail: room.people.owner.email,
      createdAt: new Date(Date.now() - 4 * 86_400_000),
    },
  });
  const { page } = await enter(await person('customer'), room, 'owner');
  await expect(async () => {
    await page.goto(`/requests/${showId(id)}`);
    await expect(page.getByText('No responses yet. What can help:')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await soundOnPhone(page);
  await page.getByRole('button', { name: 'Ask experts from anywhere' }).click();
  await expect(page.getByRole('button', { name: 'Ask experts from anywhere' })).toHaveCount(0);
  await page.getByText(/Edited once/).click();
  await expect(page.locator('del', { hasText: 'France' })).toBeVisible();
});

test("the customer's addresses are in nothing that an expert's browser receives", async ({ person }) => {
  test.setTimeout(240_000);
  const job = await openJob();
  const addresses = [`desk@${job.mark}.example`, job.people.owner.email, job.people.member.email];
  const leaks: string[] = [];
  const look = (where: string, text: string) => {
    for (const address of addresses)
      if (text.toLowerCase().includes(address.toLowerCase())) leaks.push(`${where}: ${address}`);
  };
  // Every page that there is, as a document and as the data that Next fetches for it.
  for (const who of ['expert', 'chatter', 'otherExpert', 'uncertified'] as const) {
    const cookie = `${SESSION_COOKIE}=${await tokenOf(personIdOf(job, who))}`;
    const paths = [...Object.values(PAGES).map((page) => page.path(job)), '/', '/experts', '/companies'];
    const read = async (path: string, extra: Record<string, string>) => {
      const answer = await fetch(place().app + path, { redirect: 'manual', headers: { cookie, ...extra } });
      look(`${who} ${path}`, await answer.text());
    };
    for (const path of paths) await Promise.all([read(path, {}), read(path, { rsc: '1' })]);
  }
  // What comes over the socket and in answers while the customer writes.
  const expert = await person('expert');
  expert.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => look('socket', String(payload)));
  });
  expert.page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (/html|json|x-component/.test(type)) look(response.url(), await response.text().catch(() => ''));
  });
  await enter(expert, job, 'expert');
  await expert.page.goto(`/conversations/${showId(job.conversationId)}`);
  const customer = await enter(await person('customer'), job, 'member');
  await customer.page.goto(`/conversations/${showId(job.conversationId)}`);
  await say(customer, 'Good morning from the shop');
  await expect(expert.page.getByText('Good morning from the shop').first()).toBeVisible();
  // The test can see: what the customer's own page holds is found by the same look.
  const own = await customer.page.goto(`/requests/${showId(job.requestId)}`);
  expect(await own?.text()).toContain(addresses[0]);
  expect(leaks).toEqual([]);
});
