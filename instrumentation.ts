import type { Instrumentation } from 'next';

/** Next calls it once in each process of the web, before that answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startTracing } = await import('@/lib/platform/tracing/start');
  await startTracing();
  const { wireAll } = await import('@/lib/wiring/wire');
  wireAll();
}

/** What broke a page or a route, under the number that its reader sees and the one that the proxy gave the call. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/platform/log/logger');
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  const { path, method, headers } = request;
  const callId = [headers['x-request-id']].flat()[0];
  log().error({ err: error, digest, callId, method, path, route: context.routePath }, 'page broke');
};
