import { showId } from '@/lib/core/id';
import { mailTo } from './inbox';
import { enter, openJob } from './rooms';
import { soundOnPhone } from './sound';
import { confirmOnPage, proving, signInByCode } from './steps';
import { expect, test } from './test';

test('an owner invites somebody with the right to buy: they decide a proposal, and read who can grant access', async ({
  person,
}) => {
  const room = await openJob();
  const { owner } = room.people;
  const email = `${room.mark}@colleague.example`;
  const inviter = await enter(await person('owner'), room, 'owner');
  await inviter.page.goto('/members');
  const form = inviter.page.getByRole('form', { name: 'Invite someone' });
  await form.getByLabel('Email address').fill(email);
  await form.getByLabel('Buy').check();
  await form.getByRole('button', { name: 'Send invitation' }).click();
  await expect(proving(inviter)).toBeVisible();
  await inviter.page.keyboard.press('Escape');
  await confirmOnPage(inviter, owner.email);
  // What was typed is still there.
  await expect(form.getByLabel('Email address')).toHaveValue(email);
  await expect(form.getByLabel('Buy')).toBeChecked();
  await form.getByRole('button', { name: 'Send invitation' }).click();
  await expect(inviter.page.getByRole('main').getByRole('status')).toHaveText(
    'The invitation is on its way.',
  );

  const mail = await mailTo(email, { subject: 'An invitation on Groundcrew' });
  const guest = await person('guest');
  await guest.page.goto(/https?:\/\/\S+\/invitations\/\S+/.exec(mail.text)![0]);
  await guest.page.getByRole('link', { name: 'Sign in to continue' }).click();
  await signInByCode(guest, email);
  await guest.page.getByRole('button', { name: 'Become a member' }).click();
  await expect(guest.page).toHaveURL(/\/requests/);

  await guest.page.goto(`/proposals/${showId(room.proposalId)}`);
  await expect(guest.page.getByText('Your decision')).toBeVisible();
  await guest.page.setViewportSize({ width: 360, height: 800 });
  await guest.page.goto(`/access/${showId(room.permissionRequestId)}`);
  await expect(guest.page.getByText('You need the “Grant access” right')).toBeVisible();
  await expect(guest.page.getByText(`${owner.name} can give it to you`)).toBeVisible();
  await guest.page.getByRole('button', { name: `Ask ${owner.name}` }).click();
  await expect(guest.page.getByText(`We told ${owner.name} that you asked.`, { exact: true })).toBeVisible();
  await inviter.page.goto('/notifications');
  await expect(inviter.page.getByText('A member asks for a right')).toBeVisible();
  await inviter.page.goto('/members');
  await expect(inviter.page.getByRole('heading', { name: 'Members', level: 1 })).toBeVisible();
  await soundOnPhone(inviter.page);
});
