import { ownPath } from '@/lib/core/path';
import type { Purpose } from '@/lib/core/step-up';
import { confirmPage, FOR_FIELD, pageOf } from '@/lib/identity/step-up/confirm-page';
import { comesFromHere } from '@/lib/platform/doors/route';
import { readPosted } from '@/lib/platform/posted/posted';
import { fieldsOf } from '@/lib/platform/posted/unsent-page';
import { readViewer } from '@/lib/platform/session/viewer';

/** A form of ours that is no page's: a session into AWS. */
const SESSIONS = '/api/sessions';

export const away = (status: 303 | 307, to: string) =>
  new Response(null, { status, headers: { location: to, 'cache-control': 'no-store' } });

/** Where the form that was pressed belongs: one of our pages, or the door to a session; null for anything else. */
export function placeOf(form: FormData): string | null {
  const page = pageOf(fieldsOf(form).fields);
  return page === SESSIONS ? page : ownPath(page);
}

const PURPOSES: readonly string[] = ['money', 'access', 'members', 'factors'] satisfies Purpose[];
const purposeOf = (named: unknown) => (PURPOSES.includes(String(named)) ? (named as Purpose) : 'money');

/** The page that proves and carries on, with the form that was pressed in it. Only for what our own pages have sent. */
export async function showConfirm(
  request: Request,
  of: { sent?: boolean; wrong?: string | null; status: number },
): Promise<Response> {
  const refused = new Response('This was sent from another site.', { status: 403 });
  if (!comesFromHere(request)) return refused;
  const form = await readPosted(request).catch(() => null);
  const page = form && placeOf(form);
  if (!form || !page) return refused;
  const viewer = await readViewer();
  if (viewer.kind !== 'person' || viewer.suspended) return away(303, '/sign-in');
  const query = new URL(request.url).searchParams;
  const body = confirmPage({
    purpose: purposeOf(query.get('for') ?? form.get(FOR_FIELD)),
    factor: query.has('factor'),
    ways: viewer.factors,
    email: viewer.email,
    sent: of.sent ?? false,
    wrong: of.wrong ?? null,
    page,
    back: page === SESSIONS ? '/grants' : page,
    fields: fieldsOf(form).fields,
    nonce: request.headers.get('x-nonce') ?? '',
  });
  return new Response(body, {
    status: of.status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
