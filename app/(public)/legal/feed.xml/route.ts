import { HOUR, SECOND } from '@/lib/core/time';
import { feedOf } from '@/lib/legal/documents';
import { env } from '@/lib/platform/env';
import { named } from '../named';

/** Settings are read when it is asked for, not when it is built. */
export const dynamic = 'force-dynamic';

/** The document history as RSS. */
export function GET(): Response {
  return new Response(feedOf({ appUrl: env.APP_URL, named: named() }), {
    headers: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': `public, max-age=${HOUR / SECOND}`,
    },
  });
}
