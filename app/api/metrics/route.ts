import { timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/platform/env';
import { metricsText } from '@/lib/platform/metrics/metrics';

/** For holders of METRICS_TOKEN; where none is set, for the demo alone. */
export async function GET(request: Request): Promise<Response> {
  if (!allowed(request.headers.get('authorization') ?? '')) return new Response('Not found', { status: 404 });
  return new Response(await metricsText(), {
    headers: { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' },
  });
}

function allowed(authorization: string): boolean {
  if (!env.METRICS_TOKEN) return env.MODE === 'demo';
  const given = Buffer.from(authorization);
  const wanted = Buffer.from(`Bearer ${env.METRICS_TOKEN}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
