import type { Page } from '@playwright/test';
import { showId } from '@/lib/core/id';
import { act } from '@/lib/demo/world/stage';
import { verify } from '@/lib/market/verification/commands';
import { Verify } from '@/lib/market/verification/schema';
import { mailTo } from './inbox';
import { press, tabTo } from './keyboard';
import { enter, join, openJob, openRoom } from './rooms';
import { sound } from './sound';
import { answer, confirmByMail, confirmOnPage, fillCertificate, say, signInByCode, talk } from './steps';
import { expect, test } from './test';

const NOTHING = 'Not found, or you don’t have access';

/** The newest line of the bell's page: its title, and what it says. */
async function told(page: Page, title: string, says: string): Promise<void> {
  await expect(async () => {
    await page.goto('/notifications');
    const line = page.getByRole('listitem').filter({ hasText: title }).first();
    await expect(line).toContainText(says, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

test('an owner invites an expert colleague to sell and chat: they accept, and find what they may and may not do', async ({
  person,
}) => {
  test.setTimeout(240_000);
  const room = await openJob();
  const { mark, people } = room;
  const conversation = `/conversations/${showId(room.conversationId)}`;
  const email = `${mark}@colleague.example`;
  const owner = await enter(await person('owner'), room, 'expert');
  const colleague = await person('colleague');
  const { page } = colleague;

  await test.step('the invitation names the rights, and is accepted in a browser of its own', async () => {
    await owner.page.goto('/company/members');
    const form = owner.page.getByRole('form', { name: 'Invite someone' });
    const send = form.getByRole('button', { name: 'Send invitation' });
    await form.getByLabel('Email address').fill(email);
    await form.getByRole('checkbox', { name: /^Sell/ }).check();
    await form.getByRole('checkbox', { name: /^Chat/ }).check();
    await send.click();
    await confirmByMail(owner, people.expert.email);
    await expect(owner.page.getByRole('main').getByRole('status')).toHaveText(
      'The invitation is on its way.',
    );

    const mail = await mailTo(email, { subject: 'An invitation on Groundcrew' });
    await page.goto(/https?:\/\/\S+\/invitations\/\S+/.exec(mail.text)![0]);
    await expect(page.getByText('Send proposals and withdraw them.')).toBeVisible();
    await expect(page.getByText('Write messages in the company’s conversations.')).toBeVisible();
    await expect(page.getByText('Send payment requests')).toHaveCount(0);
    await page.getByRole('link', { name: 'Sign in to continue' }).click();
    await signInByCode(colleague, email);
    await page.getByRole('button', { name: 'Become a member' }).click();
    await expect(page.getByText('You’re a member now.')).toBeVisible();
    await told(owner.page, 'Someone accepted an invitation', `is now a member of Northlight ${mark}`);
  });

  await test.step('they become an expert of the company, by a certification that an admin verifies', async () => {
    await page.getByText(`Become an expert at Northlight ${mark}`).first().click();
    const { name } = await join().person.findUniqueOrThrow({ where: { email } });
    await fillCertificate(page, name, `C-${mark}`);
    await page.getByRole('button', { name: `Become an expert at Northlight ${mark}` }).click();
    await expect(page.getByText(`Become an expert at Northlight ${mark}`)).toHaveCount(0);
    const { id: certificationId } = await join().certification.findFirstOrThrow({
      where: { expert: { companyId: room.companyId, person: { email } } },
    });
    await act(people.admin, verify, Verify, {
      certificationId,
      checked: ['number', 'name', 'certification', 'dates'],
    });
  });

  await test.step('they answer for the company, chat and propose', async () => {
    await page.goto(conversation);
    await say(colleague, 'I have joined and read along.');
    await page.goto(`/work/${showId(room.otherRequestId)}`);
    await answer(colleague, 'Your backups can be moved in a day.');
    const own = new URL(page.url()).pathname;
    await page.goto(`${own}/proposal`);
    await page.getByLabel('Proposal title').fill('Move the backups');
    await page.getByLabel('Terms').fill('Move them, read one back, and write down how it is done.');
    await page.getByLabel('Milestone 1').fill('Moved');
    await page.getByLabel('Amount 1').fill('300');
    await page.getByRole('button', { name: 'Send proposal' }).click();
    await expect(page).not.toHaveURL(/\/proposal$/);
    await expect(page.getByText('Move the backups').first()).toBeVisible();
  });

  await test.step('what they may not do says so, and which right it takes', async () => {
    await page.goto(`${conversation}/payment`);
    await expect(page.getByText('You need the “Bill” right')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Request payment' })).toHaveCount(0);
    await page.goto(`${conversation}/permission`);
    await expect(page.getByText('You need the “Access” right')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Request access' })).toHaveCount(0);
    await page.goto('/company');
    await expect(page.getByText('Only an owner can change this.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
    await page.goto('/company/members');
    await expect(page.getByText('Owners invite members and give rights.')).toBeVisible();
    await expect(page.getByText(people.expert.email)).toHaveCount(0);
    await sound(page, 'the members, for a member');
  });
});

test('an owner changes a right and takes the member out, who has no page of it any more and reads why', async ({
  person,
}) => {
  const room = await openRoom();
  const { mark, people } = room;
  const { name } = people.chatter;
  const conversation = `/conversations/${showId(room.conversationId)}`;
  const owner = await enter(await person('owner'), room, 'expert');
  const customer = await enter(await person('customer'), room, 'member');
  const member = await enter(await person('member'), room, 'chatter');
  const { page } = member;
  const row = owner.page.getByRole('listitem').filter({ hasText: `Change ${name}` });

  await test.step('a right more: the member is told, and can use it', async () => {
    await page.goto(`${conversation}/proposal`);
    await expect(page.getByText('You need the “Sell” right')).toBeVisible();
    const rights = owner.page.getByRole('form', { name: `Rights of ${name}` });
    const sell = rights.getByRole('checkbox', { name: /^Sell/ });
    await owner.page.goto('/company/members');
    await owner.page.getByText(`Change ${name}`).click();
    await sell.check();
    await rights.getByRole('button', { name: 'Save rights' }).click();
    // On the page of confirming, for whoever closes the window that asks.
    await expect(owner.page.getByRole('dialog', { name: 'Confirm it’s you' })).toBeVisible();
    await owner.page.keyboard.press('Escape');
    await confirmOnPage(owner, people.expert.email);
    // Open again, for what is not saved yet stands in it.
    await expect(sell).toBeVisible();
    await expect(sell).toBeChecked();
    await sound(owner.page, 'the members, for an owner');
    await rights.getByRole('button', { name: 'Save rights' }).click();
    await expect(row).toContainText('Sell, Chat');

    await told(page, 'Your rights have changed', `In Northlight ${mark}, you now have: Sell, Chat.`);
    await page.goto(`${conversation}/proposal`);
    await expect(page.getByRole('button', { name: 'Send proposal' })).toBeVisible();
  });

  await test.step('taken out, they hear nothing more, also on a page that is open', async () => {
    await page.goto(conversation);
    await customer.page.goto(conversation);
    await say(customer, 'Is everybody here?');
    await expect(talk(member).getByText('Is everybody here?')).toBeVisible();
    await owner.page.getByText(`Change ${name}`).click();
    await owner.page.getByRole('button', { name: `Remove ${name}` }).click();
    await expect(row).toHaveCount(0);
    await owner.page.goto(conversation);
    await say(customer, 'And who is it now?');
    await expect(talk(owner).getByText('And who is it now?')).toBeVisible();
    await expect(talk(member).getByText('And who is it now?')).toHaveCount(0);
  });

  await test.step('they have no page of it, and read why', async () => {
    for (const path of [conversation, `${conversation}/proposal`]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { name: NOTHING })).toBeVisible();
    }
    for (const path of ['/company', `/company/members?company=${showId(room.companyId)}`]) {
      await page.goto(path);
      await expect(page.getByText('You’re not in a company')).toBeVisible();
      await expect(page.getByText(mark)).toHaveCount(0);
    }
    await page.goto('/conversations');
    await expect(page.getByText('No conversations yet')).toBeVisible();
    const why = `An owner removed you from Northlight ${mark}. If you didn’t expect this, ask them.`;
    await told(page, 'You’ve been removed as a member', why);
    const mail = await mailTo(people.chatter.email, { subject: 'You’ve been removed as a member' });
    expect(mail.text.replace(/\s+/g, ' ')).toContain(why);
  });
});

test('by keyboard alone: a member leaves; the last owner cannot, reads what to do, and does it', async ({
  person,
}) => {
  const room = await openRoom();
  const { mark, people } = room;
  const owner = await enter(await person('owner'), room, 'expert');
  const heir = await enter(await person('heir'), room, 'chatter');
  const member = await enter(await person('member'), room, 'rightless');
  const leave = (page: Page) => page.getByRole('button', { name: 'Leave', exact: true });

  await test.step('a member goes as they like, and the owner is told', async () => {
    const { page } = member;
    await page.goto('/company/members');
    await press(member, leave(page));
    await expect(page.getByText('You’ve left.')).toBeVisible();
    await page.goto('/company/members');
    await expect(page.getByText('You’re not in a company')).toBeVisible();
    await told(owner.page, 'A member has left', `Sanna Weiss is no longer a member of Northlight ${mark}.`);
  });

  await test.step('the last owner names who takes over', async () => {
    const { page } = owner;
    await page.goto('/company/members');
    await press(owner, leave(page));
    const form = page.getByRole('form', { name: `Leave Northlight ${mark}` });
    await expect(form.getByRole('alert')).toContainText('You’re the last owner. Choose who takes over.');
    await sound(page, 'a last owner who wants to leave');
    await tabTo(owner, page.getByLabel('Who takes over'));
    await page.keyboard.type(people.chatter.name);
    await press(owner, leave(page));
    await expect(page.getByText('You’ve left.')).toBeVisible();
    await told(heir.page, 'Your rights have changed', `In Northlight ${mark}, you now have: Owner.`);
    await heir.page.goto('/company/members');
    await expect(heir.page.getByRole('form', { name: 'Invite someone' })).toBeVisible();
  });

  await test.step('where nobody is left who could, the page says so in the place of the button', async () => {
    await expect(heir.page.getByText('First invite someone who can take over.')).toBeVisible();
    await expect(leave(heir.page)).toHaveCount(0);
  });
});
