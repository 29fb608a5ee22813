import { ownPath } from '@/lib/core/path';
import { comesFromHere } from '@/lib/platform/doors/route';
import { fieldsOf, unsentPage } from '@/lib/platform/posted/unsent-page';

/**
 * Where the proxy leads a form that cannot reach its door: gives back what was typed, and changes nothing. Only what our own
 * pages have sent: another site must not have us show a form of its making.
 */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { page: named, fields } = fieldsOf(await request.formData());
  // A form knows its path; the query, where there was one, stands in the way back.
  const back = ownPath(searchParams.get('next'));
  const page = ownPath(!named || back?.split('?')[0] === named ? back : named);
  if (!comesFromHere(request) || !page)
    return new Response('This was sent from another site.', { status: 403 });
  const why = searchParams.get('why') === 'signed-out' ? 'signed-out' : 'outdated';
  const body = unsentPage({ why, page, fields, nonce: request.headers.get('x-nonce') ?? '' });
  return new Response(body, {
    status: 409,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
