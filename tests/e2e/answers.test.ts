import { showId } from '@/lib/core/id';
import { act } from '@/lib/demo/world/stage';
import { verify } from '@/lib/market/verification/commands';
import { Verify } from '@/lib/market/verification/schema';
import { makeRequest } from '../fixtures/requests';
import { mailTo } from './inbox';
import { press } from './keyboard';
import { place } from './place';
import { enter, join, openClaim, openRoom, type Room } from './rooms';
import { sideways, sound } from './sound';
import { answer, talk } from './steps';
import { expect, type Person, test } from './test';

const TEXT = 'I would begin with the slow log, and could do so on Monday morning.';

const freshRequest = ({ customerId, people, mark }: Room, title: string) =>
  makeRequest(join(), customerId, people.owner.personId, { title: `${title}, ${mark}` });
const work = (requestId: string) => `/work/${showId(requestId)}`;
const ofCustomer = (requestId: string) => `/requests/${showId(requestId)}`;

async function respond(expert: Person, requestId: string, text: string): Promise<void> {
  await expert.page.goto(work(requestId));
  await answer(expert, text);
}

test('two experts answer; the customer reads, compares on a phone, archives, chooses and thanks', async ({
  person,
}) => {
  test.setTimeout(240_000);
  const room = await openRoom();
  const requestId = await freshRequest(room, 'Slow pages since Monday');
  const edda = await enter(await person('Edda'), room, 'expert');
  const olga = await enter(await person('Olga'), room, 'otherExpert');
  const customer = await enter(await person('customer'), room, 'owner');
  const { page } = customer;

  await test.step('each answer is mailed to the customer within a minute', async () => {
    const began = Date.now();
    await respond(edda, requestId, `${TEXT} ${room.mark}`);
    const owner = room.people.owner.email;
    const first = await mailTo(owner, { subject: 'responded to your request' });
    expect(first.text).toContain('Edda Holm of');
    await respond(olga, requestId, `Your index is missing. ${TEXT}`);
    const second = await mailTo(owner, { subject: 'responded to your request', after: first.seq });
    expect(second.text).toContain('Olga Petit of');
    expect(Date.now() - began).toBeLessThan(60_000);
    await olga.page.goto(work(requestId));
    await expect(olga.page.getByText('Sent, not read yet')).toBeVisible();
  });

  await test.step('the request shows both as unread, and says once whether it takes more', async () => {
    await page.goto(ofCustomer(requestId));
    await expect(page.getByRole('heading', { name: '2 responses, 2 unread' })).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Accepting new responses' })).toBeChecked();
    await expect(page.getByText('Accepting new responses')).toHaveCount(1);
    await sound(page, 'the request');
  });

  await test.step('by keyboard: a row opens its whole answer in place, and the way back closes it', async () => {
    const row = page.getByRole('link', { name: /^(Unread: )?Olga Petit$/ });
    await expect(row).toHaveAttribute('aria-expanded', 'false');
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?response=\w{26}#response-\w{26}$/);
    await expect(row).toBeFocused();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('list', { name: 'Responses' }).getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('link', { name: 'Choose Olga Petit' })).toBeVisible();
    // It is read, and its expert is told so, as in the conversation.
    await expect(page.getByRole('heading', { name: '2 responses, 1 unread' })).toBeVisible();
    await olga.page.reload();
    await expect(olga.page.getByText(/^Read /).first()).toBeVisible();
    await sound(page, 'an answer opened in place');
    await page.goBack();
    await expect(row).toHaveAttribute('aria-expanded', 'false');
  });

  await test.step('opening an answer tells its expert that it was read', async () => {
    await page.getByRole('link', { name: 'Chat with Edda Holm' }).click();
    await expect(talk(customer).getByText(room.mark)).toBeVisible();
    await expect(edda.page.getByText(/^Read /).first()).toBeVisible();
  });

  await test.step('on a phone the answers stand side by side, in a table, without scrolling the page sideways', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(ofCustomer(requestId));
    await page.getByRole('link', { name: 'Compare', exact: true }).last().click();
    await expect(page).toHaveURL(/\/compare$/);
    const table = page.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveCount(2);
    for (const name of ['Edda Holm', 'Olga Petit'])
      await expect(table.getByRole('columnheader').filter({ hasText: name })).toHaveCount(1);
    await expect(table.getByRole('rowheader', { name: 'Response', exact: true })).toBeVisible();
    await expect(table.getByRole('rowheader', { name: 'Languages', exact: true })).toBeVisible();
    // Nobody has any: the row is left out, and named below.
    await expect(table.getByRole('rowheader', { name: 'Proposal', exact: true })).toHaveCount(0);
    await expect(page.getByText(/^Left out because no one gave it: Proposal, /)).toBeVisible();
    await expect(table.getByRole('link', { name: 'Chat with Olga Petit' })).toBeVisible();
    for (const header of await table.getByRole('columnheader').all()) await expect(header).toBeInViewport();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await sound(page, 'the comparison at 360');
  });

  await test.step('an answer is archived, and put back at once', async () => {
    await page.goto(ofCustomer(requestId));
    await press(customer, page.getByRole('link', { name: 'Olga Petit', exact: true }));
    await press(customer, page.getByRole('button', { name: 'Archive' }).first());
    await expect(page.getByText('Olga Petit’s response is archived')).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 response', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { name: '2 responses', exact: true })).toBeVisible();
  });

  await test.step('by keyboard: one is chosen, and the other is thanked in the customer’s words', async () => {
    await olga.page.getByRole('link', { name: 'Open the conversation' }).click();
    await press(customer, page.getByRole('link', { name: 'Edda Holm', exact: true }));
    await press(customer, page.getByRole('link', { name: 'Choose Edda Holm' }));
    await expect(page.getByText('can’t take back')).toBeVisible();
    await sound(page, 'choosing');
    await page.getByLabel('Message to Olga Petit').fill(`Thank you, next time perhaps. ${room.mark}`);
    await press(customer, page.getByRole('button', { name: 'Choose Edda Holm and notify the other' }));
    await expect(page.getByText('Closed: you chose Edda Holm')).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Accepting new responses' })).not.toBeChecked();
    await sound(page, 'the settled request');
  });

  await test.step('the other one sees it live, in the mail and on the request; the chosen one, too', async () => {
    await expect(talk(olga).getByText(`next time perhaps. ${room.mark}`)).toBeVisible();
    await expect(olga.page.getByText('Another expert was chosen').first()).toBeVisible();
    await sound(olga.page, 'the conversation of who was not chosen');
    await mailTo(room.people.otherExpert.email, { subject: 'is closed' });
    await olga.page.goto(work(requestId));
    await expect(olga.page.getByText('Closed: another expert was chosen')).toBeVisible();
    await expect(edda.page.getByText('You were chosen').first()).toBeVisible();
    await page.goto('/requests');
    await expect(page.getByText('You chose Edda Holm')).toBeVisible();
  });
});

test('responses are switched off while an expert writes: they see it, keep the text, and send it when they can', async ({
  person,
}) => {
  const room = await openRoom();
  const requestId = await freshRequest(room, 'Backups fail at night');
  const olga = await enter(await person('Olga'), room, 'otherExpert');
  const customer = await enter(await person('customer'), room, 'member');
  const text = olga.page.getByLabel('Your response');
  await olga.page.goto(work(requestId));
  await text.fill(TEXT);
  await expect(olga.page.getByText(/^Draft saved/)).toBeVisible();
  await sound(olga.page, 'an answer that is being written');

  const elsewhere = await enter(await person('Olga on another device'), room, 'otherExpert');
  await elsewhere.page.goto(work(requestId));
  await expect(elsewhere.page.getByLabel('Your response')).toHaveValue(TEXT);

  await text.press('End');
  await text.pressSequentially(' And more.');
  await customer.page.goto(ofCustomer(requestId));
  const control = customer.page.getByRole('switch', { name: 'Accepting new responses' });
  await control.click();
  await expect(control).not.toBeChecked();

  await expect(olga.page.getByText('You can no longer send this')).toBeVisible();
  await expect(olga.page.getByRole('button', { name: 'Respond', exact: true })).toHaveCount(0);
  await expect(text).toHaveValue(`${TEXT} And more.`);
  await sound(olga.page, 'an answer that cannot be sent any more');
  await expect(olga.page.getByText(/^Draft saved/)).toBeVisible();
  await olga.page.reload();
  await expect(text).toHaveValue(`${TEXT} And more.`);

  await control.click();
  await expect(control).toBeChecked();
  await olga.page.getByRole('button', { name: 'Respond', exact: true }).click();
  await expect(olga.page).toHaveURL(/\/conversations\/\w{26}/);
  await expect(talk(olga).getByText(`${TEXT} And more.`)).toBeVisible();
});

test('an answer is held until its writer’s certification is verified, can be taken back, and is sent then', async ({
  person,
}) => {
  const room = await openRoom();
  const requestId = await freshRequest(room, 'A certificate runs out');
  const certificationId = await openClaim(room);
  await join().certification.update({ where: { id: certificationId }, data: { nameAsPrinted: 'Ugo Lamar' } });
  const ugo = await enter(await person('Ugo'), room, 'uncertified');
  const { page } = ugo;
  await page.goto(work(requestId));
  await expect(page.getByText('You can’t respond yet')).toBeVisible();
  await expect(page.getByText('Our product pages take eight seconds')).toHaveCount(0);
  await sound(page, 'a request before one is verified');
  await page.getByLabel('Your response').fill(TEXT);
  await page.getByRole('button', { name: 'Send when I’m verified' }).click();
  await expect(page.getByText('Waiting for your certification')).toBeVisible();
  await page.getByRole('button', { name: 'Take back and edit' }).click();
  await expect(page.getByLabel('Your response')).toHaveValue(TEXT);
  await page.getByRole('button', { name: 'Send when I’m verified' }).click();
  await expect(page.getByText('Waiting for your certification')).toBeVisible();
  await sound(page, 'a held answer');

  await act(room.people.admin, verify, Verify, {
    certificationId,
    checked: ['number', 'name', 'certification', 'dates'],
  });
  await expect(page.getByText('Sent, not read yet')).toBeVisible();
  const mail = await mailTo(room.people.owner.email, { subject: 'responded to your request' });
  expect(mail.text).toContain('Ugo Lamar of');
});

test('without JavaScript: a draft is saved by its button, and answers are compared and chosen', async ({
  browser,
}) => {
  const room = await openRoom();
  const plain = async (who: 'otherExpert' | 'owner') => {
    const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
    return enter({ page: await context.newPage(), context }, room, who);
  };
  const olga = await plain('otherExpert');
  await olga.page.goto(work(room.requestId));
  await olga.page.getByLabel('Your response').fill('I would begin');
  await olga.page.getByRole('button', { name: 'Save draft' }).click();
  await expect(olga.page.getByText(/^Draft saved/)).toBeVisible();
  await expect(olga.page.getByLabel('Your response')).toHaveValue('I would begin');
  await olga.page.getByLabel('Your response').fill(TEXT);
  await olga.page.getByRole('button', { name: 'Respond', exact: true }).click();
  await expect(olga.page).toHaveURL(/\/conversations\/\w{26}/);

  const { page } = await plain('owner');
  await page.goto(`${ofCustomer(room.requestId)}/compare`);
  await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(2);
  await page.getByRole('table').getByRole('link', { name: 'Olga Petit', exact: true }).click();
  await expect(page.getByRole('link', { name: /^(Unread: )?Olga Petit$/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.getByRole('link', { name: 'Choose Olga Petit' }).click();
  await page.getByRole('button', { name: 'Choose Olga Petit and notify the other' }).click();
  await expect(page.getByText('Closed: you chose Olga Petit')).toBeVisible();
});
