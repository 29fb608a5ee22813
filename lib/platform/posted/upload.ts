import { no, Refusal } from '@/lib/core/refusal';

/** What a form adds around a file: names, boundaries. */
const AROUND = 16_384;

/**
 * The one file of a posted form, read no further than it may be large. Refused at the field: nothing was chosen, or it is
 * too large; what the request says about its length is not relied on.
 */
export async function readUpload(
  request: Request,
  field: string,
  most: number,
  words: { none: string; large: string },
): Promise<Uint8Array> {
  const wrong = (message: string) => new Refusal(no('invalid', message, { [field]: message }));
  const body = await readAtMost(request, most + AROUND);
  if (!body) throw wrong(words.large);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get(field);
  if (!(file instanceof File) || file.size === 0) throw wrong(words.none);
  if (file.size > most) throw wrong(words.large);
  return new Uint8Array(await file.arrayBuffer());
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    size += value.byteLength;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}
