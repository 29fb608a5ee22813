import sharp from 'sharp';
import { showId } from '@/lib/core/id';
import { place } from './place';
import { enter, openRoom } from './rooms';
import { expect, test } from './test';

test('a photo is shown without what the camera wrote into it, and goes again', async ({ person }) => {
  test.setTimeout(180_000);
  const room = await openRoom();
  const { page } = await enter(await person('expert'), room, 'expert');
  const secret = `PLACE-${room.mark}`;
  const original = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#2a6' } })
    .withExif({ IFD0: { Copyright: secret } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(original.includes(secret)).toBe(true);

  await page.goto('/profile');
  await page.getByLabel(/^Picture/).setInputFiles({
    name: 'notes.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByText(/couldn’t read this as a JPEG/)).toBeVisible();
  await page.getByLabel(/^Summary/).fill('Typed and not saved');
  await page
    .getByLabel(/^Picture/)
    .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: original });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  const shown = page.getByRole('form', { name: 'Photo' }).locator('img');
  await expect(shown).toBeVisible();
  await expect(page.getByLabel(/^Summary/)).toHaveValue('Typed and not saved');

  const address = (await shown.getAttribute('src'))!.replace(/\?.*/, '');
  for (const [rest, size] of [
    ['', 96],
    ['?size=large', 320],
  ] as const) {
    const answer = await fetch(place().app + address + rest);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes(secret)).toBe(false);
    const { width, height, exif, xmp, icc } = await sharp(bytes).metadata();
    expect({ width, height, exif, xmp, icc }).toMatchObject({ width: size, height: size });
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
  }

  const customer = await enter(await person('customer'), room, 'owner');
  await customer.page.goto(`/requests/${showId(room.requestId)}`);
  await expect(customer.page.locator(`img[src^="${address}"]`).first()).toHaveCount(1);
  await customer.page.goto(`/conversations/${showId(room.conversationId)}`);
  await expect(customer.page.locator(`img[src^="${address}"]`).first()).toBeVisible();

  await page.getByRole('button', { name: 'Remove photo' }).click();
  await expect(shown).toHaveCount(0);
  expect((await fetch(place().app + address)).status).toBe(404);
});
