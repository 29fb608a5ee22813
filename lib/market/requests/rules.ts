import { findingsIn, isSecret, sayFindings } from '@/lib/core/findings';
import { type No, no } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import { memberOf, tenantsOf } from '@/lib/core/scope';
import { CONTACT_NAME } from './schema';

/** Whether the person may post in this customer's name. */
export function canPostFor(person: Person, customerId: string): No | null {
  if (!memberOf(person, { customerId }))
    return no('not_found', 'This account doesn’t exist, or you’re not a member of it.');
  if (!tenantsOf(person).customers.includes(customerId))
    return no('forbidden', 'This account is suspended. You can’t change anything in it.');
  return null;
}

/**
 * Whether the texts may be published as they are. Contact details and what looks like a password are a warning that the
 * writer may wave through; keys and tokens are refused, because nobody can take back what experts have read.
 */
export function canPublish(texts: { title: string; description: string; asIs?: boolean }): No | null {
  const found = { title: findingsIn(texts.title), description: findingsIn(texts.description) };
  const all = [...found.title, ...found.description];
  if (all.length === 0) return null;
  const secret = all.some(isSecret);
  if (!secret && texts.asIs) return null;
  const fields: Record<string, string> = {};
  const title = sayFindings(found.title, false);
  const description = sayFindings(found.description, true);
  if (title) fields.title = title;
  if (description) fields.description = description;
  if (secret)
    return no(
      'invalid',
      'There’s a secret in the text. Remove it: every expert could read it, and you can’t delete a request. If it’s real, invalidate it now.',
      fields,
    );
  // Last, so that the list of what to mend begins with what was found.
  fields.asIs = 'Remove it, or select “Post it as is”.';
  return no(
    'invalid',
    'Every expert can read this text, and you can’t delete a request. Do you want this in it?',
    fields,
  );
}

/** From which side of a job somebody looks. */
export type SeenFrom = 'customer' | 'company';

/**
 * Under which name the customer stands, and each of its people: to their own side by their account's; to the company by
 * the one that the request gives ("Your name"), whatever the account is called.
 */
export function customerNameFor(
  seenFrom: SeenFrom,
  request: { contactName: string },
  account: { name: string },
): string {
  return seenFrom === 'customer' ? account.name : request.contactName;
}

/** The name for the request of a client: the one that the company called them by, as far as it fits. They can change it. */
export function nameOfClient(clientName: string): string {
  return [...clientName].slice(0, CONTACT_NAME.max).join('').trim();
}
