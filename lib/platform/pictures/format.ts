/** The formats that we read. What a file is called, and what the browser says that it is, says nothing. */
export type Format = 'jpeg' | 'png' | 'webp' | 'avif';

/** The format by the first bytes of the file, or null where it is none of ours. */
export function formatOf(bytes: Uint8Array): Format | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  // An ISO base media file names its brands in its first box; HEIC of a phone is not among those that browsers read.
  if (text(4, 8) === 'ftyp' && /^(avif|avis)/.test(text(8, 12))) return 'avif';
  return null;
}
