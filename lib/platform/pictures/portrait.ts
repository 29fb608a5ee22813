import sharp from 'sharp';
import { formatOf } from './format';

/** A face in the two sizes that pages show, squares of so many pixels. */
export const LARGE = 320;
export const SMALL = 96;

const SECONDS = 10;

export type Portrait = { small: Uint8Array<ArrayBuffer>; large: Uint8Array<ArrayBuffer> };

// One picture at a time keeps to one core, and nothing of it is kept; of all that libvips reads, only what we ask for.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

/**
 * Makes the two sizes from what somebody sent: turned upright, cut to a square about what stands out, encoded anew from
 * the pixels alone, so that no place, camera or hidden text of the original is in them. Null: not such a picture.
 */
export function portraitOf(bytes: Uint8Array, mostMegapixels: number): Promise<Portrait | null> {
  // One after another: what many people send at once must not take the memory of the web.
  const made = before.then(() => make(bytes, mostMegapixels * 1_000_000));
  before = made.catch(() => null);
  return made;
}
let before: Promise<unknown> = Promise.resolve();

async function make(bytes: Uint8Array, mostPixels: number): Promise<Portrait | null> {
  if (!formatOf(bytes)) return null;
  const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: false } as const;
  try {
    const upright = await sharp(bytes, options)
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize(LARGE, LARGE, { fit: 'cover', position: 'attention' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return await encodePortrait(upright.data, upright.info);
  } catch {
    // Cut short, damaged, too many pixels, or made to keep us busy: whoever sent it is told that it cannot be read.
    return null;
  }
}

type Raw = { width: number; height: number; channels: 1 | 2 | 3 | 4 };

/** The two sizes of a square of pixels, as the only encoder that there is writes them. */
export async function encodePortrait(
  pixels: Uint8Array,
  { width, height, channels }: Raw,
): Promise<Portrait> {
  const square = () => sharp(pixels, { raw: { width, height, channels } });
  const [large, small] = await Promise.all([
    square().resize(LARGE, LARGE).webp({ quality: 82 }).toBuffer(),
    square().resize(SMALL, SMALL).webp({ quality: 82 }).toBuffer(),
  ]);
  return { large: Uint8Array.from(large), small: Uint8Array.from(small) };
}
