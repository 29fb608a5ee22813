// AWS IQ published no rules for photos; these are ours.
export const PHOTO_MB = 5;
export const PHOTO_BYTES = PHOTO_MB * 1024 * 1024;
/** What a good camera makes in so many MB. A small file can claim any size, and each pixel costs four bytes once it is read. */
export const PHOTO_MEGAPIXELS = 36;
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/avif';

/** Why a picture was not kept, by the word that stands in the address of the page where there is no JavaScript. */
export const PHOTO_PROBLEMS = {
  none: 'Choose a picture first.',
  large: `This picture is larger than ${PHOTO_MB} MB. Save a smaller copy and choose that.`,
  unreadable: `We couldn’t read this as a JPEG, PNG, WebP or AVIF picture of at most ${PHOTO_MEGAPIXELS} megapixels. Save a copy in one of these formats.`,
  refused: 'We didn’t keep the picture. Try again in a few minutes.',
} as const;

/** The sentence for the word in the address; nothing else that stands there is shown. */
export function problemOf(word: string): string | null {
  return Object.entries(PHOTO_PROBLEMS).find(([name]) => name === word)?.[1] ?? null;
}

/** The address under which a browser may keep a photo for ever: another picture has another hash. */
export function photoPath(hash: string | null | undefined, size: 'small' | 'large' = 'small'): string | null {
  return hash ? `/api/photos/${hash}${size === 'large' ? '?size=large' : ''}` : null;
}
