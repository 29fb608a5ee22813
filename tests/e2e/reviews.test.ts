import { showId } from '@/lib/core/id';
import { accepted, approved, asked } from '../fixtures/money';
import { enter, giveCard, join, openRoom } from './rooms';
import { expect, test } from './test';

test('a review is refused at its field, held, published, reported, removed, and the removal undone', async ({
  person,
}) => {
  const room = await openRoom();
  await giveCard(room);
  const paid = await approved(room, await asked(room, await accepted(room), { amount: '400', final: true }));
  await expect
    .poll(() => join().payment.count({ where: { id: paid, status: 'succeeded' } }), { timeout: 30_000 })
    .toBe(1);
  const own = `/conversations/${showId(room.conversationId)}`;
  const page = `/companies/${showId(room.companyId)}?tab=reviews`;

  const customer = await enter(await person('customer'), room, 'owner');
  await customer.page.goto(`${own}/review`);
  await customer.page.getByLabel(/^2 stars/).check({ force: true });
  const text = customer.page.getByRole('textbox', { name: 'Review' });
  await text.fill('Call me at +1 415 555 0100 about this.');
  await customer.page.getByRole('button', { name: 'Publish review' }).click();
  await expect(customer.page.getByText('Take out a phone number (+1 415 555 0100).').first()).toBeVisible();
  await expect(text).toHaveValue('Call me at +1 415 555 0100 about this.');
  await text.fill(`A sh1tty job, says ${room.mark}.`);
  await customer.page.getByRole('button', { name: 'Publish review' }).click();
  await expect(customer.page).toHaveURL(new RegExp(`${own}$`));
  await expect(customer.page.getByText('Being checked by an admin').first()).toBeVisible();

  const reader = await person('reader');
  await reader.page.goto(page);
  await expect(reader.page.getByText(`says ${room.mark}.`)).toHaveCount(0);

  const { page: desk } = await enter(await person('admin'), room, 'admin');
  await desk.goto('/admin/reviews');
  const card = desk.getByRole('listitem').filter({ hasText: `says ${room.mark}.` });
  await card.getByRole('button', { name: 'Publish' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'Published' })).toBeVisible();

  await reader.page.goto(page);
  const shown = reader.page.getByRole('listitem').filter({ hasText: `says ${room.mark}.` });
  await shown.getByRole('link', { name: 'Report' }).click();
  await reader.page.getByRole('button', { name: 'Send report' }).click();
  await expect(reader.page.getByText('Choose what is wrong with this review.').first()).toBeVisible();
  await reader.page.getByLabel('What’s wrong with it?').selectOption('profane');
  await reader.page.getByRole('button', { name: 'Send report' }).click();
  await expect(reader.page.getByRole('heading', { name: 'Thanks, we’ll look at it' })).toBeVisible();

  await desk.goto('/admin/reviews');
  await card.getByLabel('Reason to remove').selectOption('profane');
  await card.getByRole('button', { name: 'Remove' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'Removed' })).toBeVisible();
  await reader.page.goto(page);
  await expect(reader.page.getByText(`says ${room.mark}.`)).toHaveCount(0);
  await customer.page.goto(own);
  await expect(
    customer.page.getByText('Removed. Reason: Profanity or spiteful remarks.').first(),
  ).toBeVisible();

  await desk.getByRole('button', { name: 'Undo' }).click();
  await expect(desk).toHaveURL(/\/admin\/reviews$/);
  await expect(card.getByRole('button', { name: 'Publish' })).toBeVisible();
});
