import { showId } from '@/lib/core/id';
import { makeSeller } from '../fixtures/answers';
import { mailTo } from './inbox';
import { enter, enterAs, openRoom } from './rooms';
import { sideways, sound } from './sound';
import { answer, say, talk } from './steps';
import { expect, type Person, test } from './test';

const ALARM = 'Our alarms are silent since the move.\nWe would like somebody to find out why this week.';

async function search({ page }: Person, words: string): Promise<void> {
  await page.goto('/work');
  await page.getByLabel('Words in the request').fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/work\\?q=${words}$`));
}

test('three experts find one request: asked directly, by the mail of a saved search, by searching; a fourth comes too late', async ({
  person,
}) => {
  test.setTimeout(300_000);
  const room = await openRoom();
  const { mark, people } = room;
  const word = `kakapo${mark}`;
  const title = `Alarms of the ${word} are silent`;
  const customer = await enter(await person('customer'), room, 'owner');
  const edda = await enter(await person('Edda, who is asked'), room, 'expert');
  const olga = await enter(await person('Olga, who saves a search'), room, 'otherExpert');
  const asta = await enterAs(await person('Asta, who searches'), (await seller('Asta Lindqvist')).personId);
  const late = await enterAs(await person('Dag, who is late'), (await seller('Dag Ferro')).personId);
  const { page } = customer;
  const found = ({ page: list }: Person) => list.getByRole('link', { name: title, exact: true });

  await test.step('one expert keeps a search, to be told at once', async () => {
    await search(olga, word);
    await olga.page.getByText('Save this search').click();
    await olga.page.getByLabel('Name', { exact: true }).fill('Kakapos');
    await expect(olga.page.getByLabel('Tell me about new requests')).toHaveValue('immediate');
    await olga.page.getByRole('button', { name: 'Save search' }).click();
    await expect(olga.page.getByRole('heading', { name: 'Kakapos' })).toBeVisible();
  });

  await test.step('another is asked directly, from the profile', async () => {
    await page.goto(`/experts/${showId(room.expertId)}`);
    await page.getByRole('button', { name: 'Next: describe your request' }).click();
    await expect(page.getByRole('heading', { name: 'Request to Edda Holm' })).toBeVisible();
    await page.getByLabel('Request title').fill(title);
    await page.getByLabel('Describe your needs').fill(ALARM);
    await page.getByLabel('$100 - $1,000').check();
    await page.getByRole('button', { name: 'Send to Edda Holm' }).click();
    await expect(page).toHaveURL(/\/requests\/\w{26}\?posted=yes/);
  });
  const request = new URL(page.url()).pathname;
  const work = request.replace('/requests/', '/work/');

  await test.step('she answers where the mail leads, and nobody else finds it yet', async () => {
    const mail = await mailTo(people.expert.email, { subject: 'sent you a direct request' });
    await edda.page.goto(/https?:\/\/\S+\/conversations\/\w{26}/.exec(mail.text)![0]);
    await say(edda, 'I know this one: the topic lost its policy. I can begin today.');
    await search(asta, word);
    await expect(asta.page.getByText('No open requests match this search')).toBeVisible();
    expect((await asta.page.goto(work))?.status()).toBe(404);
  });

  await test.step('the customer opens it to all', async () => {
    await page.getByRole('button', { name: 'Open to all experts' }).click();
    await expect(page.getByText(/It was a direct request before\.$/)).toBeVisible();
  });

  await test.step('the mail of the saved search leads one expert there; another finds it by its words', async () => {
    const mail = await mailTo(people.otherExpert.email, { subject: 'search' });
    expect(mail.text).toContain(title);
    await olga.page.goto(/https?:\/\/\S+\/work\/\w{26}/.exec(mail.text)![0]);
    await expect(olga.page.getByRole('heading', { name: title })).toBeVisible();
    await answer(olga, 'I would compare the alarms with those of before the move, line by line.');
    await search(asta, word);
    await found(asta).click();
    await expect(asta.page.getByRole('heading', { name: title })).toBeVisible();
    await answer(asta, 'Silent alarms are mostly missing data. I would look at the metrics first.');
  });

  await test.step('the customer compares the three on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(request);
    await expect(page.getByRole('heading', { name: /^3 responses/ })).toBeVisible();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: 'Compare', exact: true }).last().click();
    await expect(page).toHaveURL(/\/compare$/);
    const columns = page.getByRole('table').getByRole('columnheader');
    await expect(columns).toHaveCount(3);
    for (const name of ['Edda Holm', 'Olga Petit', 'Asta Lindqvist']) {
      const column = columns.filter({ hasText: name });
      await column.scrollIntoViewIfNeeded();
      await expect(column).toBeInViewport();
    }
    await expect(page.getByRole('rowheader', { name: 'Response', exact: true })).toBeVisible();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await sound(page, 'the comparison of three at 360');
  });

  await test.step('responses are switched off while a fourth writes, whose line is down: the answer is refused, the text kept', async () => {
    const text = 'I have had the same in two accounts and can show you the mended setting.';
    // A socket that opens and stays silent: the page learns of nothing.
    await late.page.routeWebSocket(/socket\.io/, () => {});
    await search(late, word);
    await found(late).click();
    const box = late.page.getByLabel('Your response');
    await box.fill(text);
    await expect(late.page.getByText(/^Draft saved/)).toBeVisible();

    await page.goto(request);
    const control = page.getByRole('switch', { name: 'Accepting new responses' });
    await control.click();
    await expect(control).not.toBeChecked();

    await late.page.getByRole('button', { name: 'Respond', exact: true }).click();
    const refusal = late.page.getByRole('form', { name: 'Respond' }).getByRole('alert');
    await expect(refusal).toContainText('This request no longer accepts new responses.');
    await expect(box).toHaveValue(text);
    await late.page.reload();
    await expect(late.page.getByText('You can no longer send this')).toBeVisible();
    await expect(box).toHaveValue(text);
    await expect(late.page.getByRole('button', { name: 'Respond', exact: true })).toHaveCount(0);
    await sound(late.page, 'an answer that came too late');
  });

  await test.step('the three talk on: each conversation is its own', async () => {
    await page.goto(request);
    await page.getByRole('link', { name: 'Chat with Asta Lindqvist' }).click();
    await say(customer, 'Yours sounds right. When could you begin?');
    await expect(talk(asta).getByText('Yours sounds right.')).toBeVisible();
    for (const other of [edda, olga])
      await expect(talk(other).getByText('Yours sounds right.')).toHaveCount(0);
  });
});

/** A certified expert of a company of their own. */
const seller = async (name: string) => (await makeSeller(name)).person;
