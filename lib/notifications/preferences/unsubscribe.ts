import { createHmac, timingSafeEqual } from 'node:crypto';
import { readId, showId } from '@/lib/core/id';
import { TOPIC_NAMES } from '@/lib/notifications/topics/rules';
import { env } from '@/lib/platform/env';
import type { TopicName } from '@/lib/platform/telling/telling';

/** `digest`: everything that comes once a day. */
export type Unsubscribed = TopicName | 'digest';
const NAMES: readonly string[] = [...TOPIC_NAMES, 'digest'];

/**
 * What the link in a mail holds: whose mail about what, and our signature on it. It has no end and serves whoever has the
 * mail, since all that it can do is to turn off mail.
 */
export function unsubscribeToken(personId: string, topic: Unsubscribed): string {
  const words = `${showId(personId)}.${topic}`;
  return `${words}.${signatureOf(words)}`;
}

/** What a token says, or null where it is not ours. */
export function readUnsubscribeToken(token: string): { personId: string; topic: Unsubscribed } | null {
  const [shown = '', topic = '', signature = '', ...more] = token.split('.');
  const personId = readId(shown);
  if (!personId || more.length > 0 || !NAMES.includes(topic)) return null;
  const given = Buffer.from(signature);
  const ours = Buffer.from(signatureOf(`${shown}.${topic}`));
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  return { personId, topic: topic as Unsubscribed };
}

/** Bound to its use: the same secret signs other things. */
function signatureOf(words: string): string {
  return createHmac('sha256', env.NEXTAUTH_SECRET).update(`unsubscribe:${words}`).digest('base64url');
}
