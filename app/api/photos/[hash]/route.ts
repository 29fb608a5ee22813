import { photoFor } from '@/lib/market/photos/queries';
import { readViewer } from '@/lib/platform/session/viewer';

const NOTHING = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** A photo, for whoever may see its person. What stands at an address never changes, so it is asked for once. */
export async function GET(
  request: Request,
  context: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const { hash } = await context.params;
  if (!/^[0-9a-f]{64}$/.test(hash)) return NOTHING();
  const size = new URL(request.url).searchParams.get('size') === 'large' ? 'large' : 'small';
  const photo = await photoFor(await readViewer(), hash, size);
  if (!photo) return NOTHING();
  return new Response(Uint8Array.from(photo.bytes), {
    headers: {
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': `${photo.everyone ? 'public' : 'private'}, max-age=31536000, immutable`,
    },
  });
}
