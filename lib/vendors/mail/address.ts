import { isAddress } from '@/lib/core/text';

export type Mailbox = { name: string; address: string };

/** A display name in a setting: letters, digits and the marks that need no quoting in a header. */
const NAME = /^[\p{L}\p{N} .,&'()_-]{0,100}$/u;

/**
 * A setting such as `Groundcrew <mail@example.com>` or `mail@example.com` as its two parts, or null. Given to the
 * mailer as parts, so that nothing in it is ever read as a second address.
 */
export function readMailbox(text: string): Mailbox | null {
  const parts = /^([^<>]*)<([^<>]*)>$/.exec(text.trim());
  const name = (parts?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  const address = (parts ? parts[2]! : text).trim();
  if (!isAddress(address) || !NAME.test(name)) return null;
  return { name, address };
}
