import { CONTACT_NAME } from './schema';

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
