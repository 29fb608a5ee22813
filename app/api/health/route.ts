import { requireReady } from '@/lib/platform/postgres/ready';

/** Live: the process answers. `?ready`: it can work, its own database answers too. */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.has('ready')) {
    try {
      await requireReady();
    } catch {
      return Response.json({ ok: false, detail: 'the database isn’t responding' }, { status: 503 });
    }
  }
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } });
}
