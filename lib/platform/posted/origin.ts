import { env } from '@/lib/platform/env';

/** Whether a browser sent this from a page of ours: it names where it comes from with everything that it posts. */
export function isOurs(head: Headers): boolean {
  return head.get('origin') === new URL(env.APP_URL).origin || head.get('sec-fetch-site') === 'same-origin';
}
