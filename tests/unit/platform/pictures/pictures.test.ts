import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { PHOTO_MEGAPIXELS } from '@/lib/market/photos/rules';
import { formatOf } from '@/lib/platform/pictures/format';
import { LARGE, portraitOf, SMALL } from '@/lib/platform/pictures/portrait';

/** A picture whose left half is red and whose right half is blue, as a camera that was held upright wrote it. */
const halves = async () => {
  const half = { width: 200, height: 300, channels: 3 as const };
  const blue = await sharp({ create: { ...half, background: '#0000ff' } })
    .raw()
    .toBuffer();
  return sharp({ create: { ...half, width: 400, background: '#ff0000' } }).composite([
    { input: blue, raw: half, left: 200, top: 0 },
  ]);
};
const SECRET = 'SECRET-PLACE';

describe('a photo', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'is made of %s, in two squares of WebP',
    async (format) => {
      const bytes = await (await halves()).toFormat(format).toBuffer();
      expect(formatOf(bytes)).toBe(format);
      const made = await portraitOf(bytes, PHOTO_MEGAPIXELS);
      for (const [picture, size] of [
        [made!.large, LARGE],
        [made!.small, SMALL],
      ] as const)
        expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width: size, height: size });
    },
  );

  test('keeps nothing that the camera wrote, and stands upright', async () => {
    const bytes = await (await halves())
      .withExif({ IFD0: { Copyright: SECRET } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(bytes.includes(SECRET)).toBe(true);
    const made = await portraitOf(bytes, PHOTO_MEGAPIXELS);
    for (const picture of [made!.large, made!.small]) {
      expect(Buffer.from(picture).includes(SECRET)).toBe(false);
      const { exif, xmp, icc, orientation } = await sharp(picture).metadata();
      expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    }
    // Turned a quarter to the right, red that was on the left is at the top.
    const { data } = await sharp(made!.large).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * LARGE + x) * 3, (y * LARGE + x) * 3 + 3)];
    const isRed = ([red = 0, , blue = 0]: number[]) => red > 200 && blue < 60;
    expect([at(2, 2), at(LARGE - 3, 2)].map(isRed)).toEqual([true, true]);
    expect([at(2, LARGE - 3), at(LARGE - 3, LARGE - 3)].map(isRed)).toEqual([false, false]);
  });

  test('is white where the picture is transparent', async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({ create: { width: 50, height: 50, channels: 4, background } })
      .png()
      .toBuffer();
    const { data } = await sharp((await portraitOf(bytes, PHOTO_MEGAPIXELS))!.small)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.min(...data)).toBeGreaterThan(250);
  });

  test('is not made of anything else, whatever it is called', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const jpeg = await (await halves()).jpeg().toBuffer();
    const png = await (await halves()).png().toBuffer();
    const others = {
      gif,
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      html: Buffer.from('<!doctype html><script>alert(1)</script>'),
      nothing: new Uint8Array(),
      'a beginning alone': jpeg.subarray(0, 40),
      'a picture cut short': png.subarray(0, png.length / 2),
      'a script behind a signature': Buffer.concat([jpeg.subarray(0, 4), Buffer.from('<script>')]),
    };
    for (const [what, bytes] of Object.entries(others))
      expect(await portraitOf(bytes, PHOTO_MEGAPIXELS), what).toBeNull();
  });

  test('is not made of a small file that claims a huge picture', async () => {
    const png = await sharp({ create: { width: 7_000, height: 7_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(png.byteLength).toBeLessThan(500_000);
    expect(await portraitOf(png, PHOTO_MEGAPIXELS)).toBeNull();
  });
});
